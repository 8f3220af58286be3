"""Persons' own sign-ins through redis-py: invited, signed in, what is their own and nobody else's."""

import os
import socket
import time

import hiredis
import redis

from server import Server
from test_history import moment, next_millisecond
from test_redis_py import as_map, both


class Desk:
    """A server with two venues, and everybody who talks to it."""

    def __init__(self, server, protocol):
        self.server = server
        self.protocol = protocol
        owner = self.connect()
        for tenant in ("bistro", "salon"):
            owner.execute_command("TENANT.CREATE", tenant, "COUNTRY", "CH")
        self.secrets = {}
        for name, role, scope in (
            ("desk", "staff", ["TENANT", "bistro"]),
            ("chair", "staff", ["TENANT", "salon"]),
            ("courier", "platform", []),
            ("help", "admin", []),
        ):
            made = as_map(owner.execute_command("TOKEN.CREATE", name, "ROLE", role, *scope))
            self.secrets[name] = made["secret"]

    def connect(self, **more):
        return redis.Redis(
            host=self.server.host,
            port=self.server.port,
            protocol=self.protocol,
            decode_responses=True,
            **more,
        )

    def by(self, name):
        return self.connect(username=name, password=self.secrets[name])

    def person(self, login, secret):
        return self.connect(username=login, password=secret)

    def code(self):
        """The one code that waits to be sent."""
        taken = as_map(self.by("courier").execute_command("ACCOUNT.CODES"))["codes"]
        assert len(taken) == 1, taken
        return as_map(taken[0])

    def sign_in(self, login, code, tenant=None):
        """Whoever has a code has no token, and redis-py would greet first: by a socket of its own."""
        words = ["ACCOUNT.SIGNIN", login, code] + (["TENANT", tenant] if tenant else [])
        packed = [f"*{len(words)}\r\n"] + [f"${len(w.encode())}\r\n{w}\r\n" for w in words]
        with socket.create_connection((self.server.host, self.server.port), timeout=30) as plain:
            plain.sendall("".join(packed).encode())
            reader = hiredis.Reader(encoding="utf-8", replyError=redis.exceptions.ResponseError)
            while True:
                reply = reader.gets()
                if reply is not False:
                    break
                reader.feed(plain.recv(65536))
        if isinstance(reply, Exception):
            raise reply
        return as_map(reply)


def refused(code, client, *words):
    try:
        reply = client.execute_command(*words)
    except redis.exceptions.ResponseError as error:
        # redis-py takes some first words off and makes them the exception's kind.
        assert code in (str(error).split(" ")[0], type(error).__name__), (words, repr(error))
        return str(error)
    raise AssertionError(f"{words} was let through: {reply}")


def add(client, tenant, *fields):
    return as_map(client.execute_command("CLIENT.ADD", tenant, *fields, "ANYWAY"))["id"]


@both
def test_invited_and_signed_in(server, protocol):
    """R-RES-09, R-SAL-14: a new code ends the one before; nobody is told what is internal."""
    with Server(server.binary) as own:
        desk = Desk(own, protocol)
        staff = desk.by("desk")
        ada = add(
            staff, "bistro", "first", "Ada", "last", "Lenz", "email", "ada@example.org",
            "note", "internal",
        )
        other = add(staff, "bistro", "last", "Other", "email", "o@example.org")
        invited = as_map(staff.execute_command("ACCOUNT.INVITE", "bistro", ada))
        assert invited["by"] == "email" and "code" not in invited, invited
        first = desk.code()
        assert first["to"] == "ada@example.org" and first["message"] == invited["message"], first
        # Again: the code before it ends.
        staff.execute_command("ACCOUNT.INVITE", "bistro", ada)
        second = desk.code()
        for login, code in (
            ("ada@example.org", first["code"]),
            ("nobody@example.org", second["code"]),
            ("ada@example.org", "123456"),
        ):
            try:
                desk.sign_in(login, code)
                raise AssertionError("let in")
            except redis.exceptions.ResponseError as error:
                assert "login or code is wrong" in str(error), error
        session = desk.sign_in("ADA@example.org", second["code"].lower(), "bistro")
        me = desk.person("ada@example.org", session["secret"])
        account = as_map(me.execute_command("ACCOUNT.GET"))
        assert account["account"] == session["account"] and account["proven"] in (1, True), account
        assert [as_map(place) for place in account["clients"]] == [{"tenant": "bistro", "id": ada}]
        mine = as_map(me.execute_command("CLIENT.GET", "bistro", ada))
        assert mine["last"] == "Lenz" and "note" not in mine, mine
        assert "internal" not in me.execute_command("CLIENT.EXPORT", "bistro", ada)
        refused("NOCLIENT", me, "CLIENT.GET", "bistro", other)
        refused("NoPermissionError", me, "CLIENT.LIST", "bistro")
        # Once only.
        try:
            desk.sign_in("ada@example.org", second["code"])
            raise AssertionError("let in twice")
        except redis.exceptions.ResponseError:
            pass
        own.restart(hard=True)
        assert as_map(me.execute_command("CLIENT.GET", "bistro", ada))["last"] == "Lenz"
        assert as_map(staff.execute_command("CLIENT.GET", "bistro", ada))["account"] == 1


@both
def test_wrong_codes_to_the_limit(server, protocol):
    """A code ends with the fifth wrong one, and a kill does not bring it back."""
    with Server(server.binary) as own:
        desk = Desk(own, protocol)
        staff = desk.by("desk")
        ada = add(staff, "bistro", "last", "Lenz", "email", "ada@example.org")
        staff.execute_command("ACCOUNT.INVITE", "bistro", ada)
        code = desk.code()["code"]
        for _ in range(5):
            try:
                desk.sign_in("ada@example.org", "AAAA-AAAA-AAAA-AAAA")
                raise AssertionError("let in")
            except redis.exceptions.ResponseError:
                pass
        # Answers about wrong codes don't wait for the disk, lest time tell that there is such a login;
        # this one does.
        add(staff, "bistro", "last", "Other", "email", "o@example.org")
        own.restart(hard=True)
        try:
            desk.sign_in("ada@example.org", code)
            raise AssertionError("the right code counts after five wrong ones")
        except redis.exceptions.ResponseError as error:
            assert "login or code is wrong" in str(error), error


@both
def test_printed_codes(server, protocol):
    """R-RES-11, R-RES-12: on paper where there is no address, and then an address first."""
    with Server(server.binary) as own:
        desk = Desk(own, protocol)
        staff = desk.by("desk")
        guest = add(staff, "bistro", "last", "Lenz", "phone", "+41446681800")
        printed = as_map(staff.execute_command("ACCOUNT.INVITE", "bistro", guest))
        assert printed["by"] == "print" and printed["login"] == f"bistro/{guest}", printed
        session = desk.sign_in(printed["login"], printed["code"], "bistro")
        assert session["prove"] in (1, True)
        me = desk.person(printed["login"], session["secret"])
        assert "prove" in refused("REFUSED", me, "CLIENT.GET", "bistro", guest)
        as_map(me.execute_command("ACCOUNT.GET"))
        got = as_map(staff.execute_command("CLIENT.GET", "bistro", guest))
        assert got["login"] == f"bistro/{guest}", got


def person(desk, tenant, client, login):
    """Invites a client and signs them in; answers who they are from then on."""
    desk.by("help").execute_command("ACCOUNT.INVITE", tenant, client)
    session = desk.sign_in(login, desk.code()["code"], tenant)
    return desk.person(login, session["secret"]), session


@both
def test_what_is_the_persons_own(server, protocol):
    """R-RES-04, R-RES-05, R-RES-06, R-RES-07, R-RES-08, R-RES-10."""
    with Server(server.binary) as own:
        desk = Desk(own, protocol)
        staff, chair, support = desk.by("desk"), desk.by("chair"), desk.by("help")
        fields = ("first", "Ada", "last", "Lenz", "email", "ada@example.org")
        here = add(staff, "bistro", *fields)
        there = add(chair, "salon", *fields)
        person(desk, "bistro", here, "ada@example.org")
        # A sign-in at the same venue does not lock.
        staff.execute_command("CLIENT.SET", "bistro", here, "first", "Adah")
        assert "locked" not in as_map(staff.execute_command("CLIENT.GET", "bistro", here))
        me, _ = person(desk, "salon", there, "ada@example.org")
        got = as_map(staff.execute_command("CLIENT.GET", "bistro", here))
        assert got["locked"] == ["email", "first", "last"], got
        for field in ("email", "first", "last"):
            message = refused("LOCKED", staff, "CLIENT.SET", "bistro", here, field, "x@example.org")
            assert field in message, message
        refused("LOCKED", staff, "CLIENT.SET", "bistro", here, "city", "Bern", "first", "Eve")
        assert "city" not in as_map(staff.execute_command("CLIENT.GET", "bistro", here))
        # The same value is no change, and what is not the person's stays staff's.
        staff.execute_command("CLIENT.SET", "bistro", here, "first", "Adah", "city", "Bern")
        refused("LOCKED", support, "CLIENT.SET", "bistro", here, "first", "Eve")
        support.execute_command(
            "CLIENT.SET", "bistro", here, "first", "Eve", "REASON", "passport seen"
        )
        # The e-mail, by the person, at both venues.
        sent = as_map(me.execute_command("ACCOUNT.SET", "EMAIL", "new@example.org"))
        code = desk.code()
        assert code["purpose"] == "address" and code["to"] == "new@example.org", code
        assert code["message"] == sent["message"]
        for client, tenant, id in ((staff, "bistro", here), (chair, "salon", there)):
            assert as_map(client.execute_command("CLIENT.GET", tenant, id))["email"] == fields[5]
        refused("INVALID", me, "ACCOUNT.SET", "CODE", "wrong")
        changed = as_map(me.execute_command("ACCOUNT.SET", "CODE", code["code"]))
        assert changed["email"] == "new@example.org"
        refused("INVALID", me, "ACCOUNT.SET", "CODE", code["code"])
        versions = []
        for client, tenant, id in ((staff, "bistro", here), (chair, "salon", there)):
            got = as_map(client.execute_command("CLIENT.GET", tenant, id))
            assert got["email"] == "new@example.org" and "login" not in got, got
            versions.append(got["version"])
        changes = [
            as_map(change)
            for change in as_map(staff.execute_command("CLIENT.HISTORY", "bistro", here))["changes"]
        ]
        assert changes[0]["cause"] == "account" and changes[1]["reason"] == "passport seen", changes
        own.restart(hard=True)
        for client, tenant, id in ((staff, "bistro", here), (chair, "salon", there)):
            got = as_map(client.execute_command("CLIENT.GET", tenant, id))
            assert got["email"] == "new@example.org" and got["version"] == versions.pop(0), got
        # The helpdesk, where login and mailbox are lost: whoever was in is out.
        support.execute_command(
            "ACCOUNT.SET", "bistro", here, "EMAIL", "third@example.org", "REASON", "mailbox lost"
        )
        assert as_map(chair.execute_command("CLIENT.GET", "salon", there))["email"] == "third@example.org"
        try:
            me.execute_command("ACCOUNT.GET")
            raise AssertionError("still in")
        except (redis.exceptions.AuthenticationError, redis.exceptions.ResponseError):
            pass


@both
def test_a_code_opens_one_door(server, protocol):
    """R-POL-12: codes to sign in, for an address and for a booking, each of no use for another."""
    with Server(server.binary) as own:
        desk = Desk(own, protocol)
        staff, support, widget = desk.by("desk"), desk.by("help"), desk.by("courier")
        support.execute_command("TENANT.SET", "bistro", "verify_booking", "yes")
        ada = add(staff, "bistro", "last", "Lenz", "email", "ada@example.org")
        me, _ = person(desk, "bistro", ada, "ada@example.org")
        made = as_map(widget.execute_command(
            "BOOKING.ADD", "bistro", ada, "START", "9000-05-01T12:00", "ONLINE"))
        staff.execute_command("ACCOUNT.INVITE", "bistro", ada)
        to_sign_in = desk.code()["code"]
        me.execute_command("ACCOUNT.SET", "EMAIL", "new@example.org")
        for_address = desk.code()["code"]
        for wrong in (for_address, made["code"]):
            try:
                desk.sign_in("ada@example.org", wrong)
                raise AssertionError("let in by a code for something else")
            except redis.exceptions.ResponseError as error:
                assert "login or code is wrong" in str(error), error
        for wrong in (to_sign_in, made["code"]):
            if wrong != for_address:
                refused("INVALID", me, "ACCOUNT.SET", "CODE", wrong)
        for wrong in (to_sign_in, for_address):
            if wrong != made["code"]:
                told = as_map(widget.execute_command("BOOKING.VERIFY", "bistro", made["id"], wrong))
                assert told["verified"] in (False, 0), told
        told = as_map(widget.execute_command("BOOKING.VERIFY", "bistro", made["id"], made["code"]))
        assert told["status"] == "confirmed", told
        changed = as_map(me.execute_command("ACCOUNT.SET", "CODE", for_address))
        assert changed["email"] == "new@example.org", changed
        assert desk.sign_in("new@example.org", to_sign_in)["account"] == 1


@both
def test_ones_own_past(server, protocol):
    """GET with ASOF: what was theirs then and is now, and nobody else's."""
    with Server(server.binary) as own:
        desk = Desk(own, protocol)
        staff = desk.by("desk")
        ada = add(staff, "bistro", "last", "Lenz", "email", "ada@example.org", "note", "internal")
        other = add(staff, "bistro", "last", "Other", "email", "o@example.org")
        before = moment()
        next_millisecond(before)
        me, _ = person(desk, "bistro", ada, "ada@example.org")
        linked = moment()
        next_millisecond(linked)
        staff.execute_command("CLIENT.SET", "bistro", ada, "last", "Lenz-Berg")
        was = as_map(me.execute_command("CLIENT.GET", "bistro", ada, "ASOF", linked))
        assert was["last"] == "Lenz" and "note" not in was and "login_by" not in was, was
        assert as_map(me.execute_command("CLIENT.GET", "bistro", ada))["last"] == "Lenz-Berg"
        by_address = ("CLIENT.GET", "bistro", "EMAIL", "ada@example.org", "ASOF", linked)
        assert as_map(me.execute_command(*by_address)) == was
        refused("NOCLIENT", me, "CLIENT.GET", "bistro", ada, "ASOF", before)
        refused("NOCLIENT", me, "CLIENT.GET", "bistro", other, "ASOF", linked)
        seen = as_map(staff.execute_command("CLIENT.GET", "bistro", ada, "ASOF", before))
        assert seen["last"] == "Lenz" and seen["note"] == "internal" and "account" not in seen, seen


@both
def test_logins_and_merges(server, protocol):
    """R-RES-13, R-RES-14, R-RES-15, R-RES-16, R-RES-17, R-RES-23, R-RES-26, R-RES-49."""
    with Server(server.binary) as own:
        desk = Desk(own, protocol)
        staff, support = desk.by("desk"), desk.by("help")
        ada = add(staff, "bistro", "first", "Ada", "last", "Lenz", "email", "ada@example.org")
        same = add(staff, "bistro", "first", "A.", "last", "Lenz", "phone", "+41446681800")
        person(desk, "bistro", ada, "ada@example.org")
        taken = as_map(staff.execute_command("ACCOUNT.LOGIN", "bistro", same, "ADA@example.org"))
        assert taken == {"status": "taken", "id": ada, "first": "Ada", "last": "Lenz"}, taken
        assert as_map(staff.execute_command("CLIENT.GET", "bistro", ada))["id"] == ada
        # Who administers a venue is merged by the helpdesk alone.
        desk.by("courier").execute_command("ACCOUNT.ADMIN", "bistro", "ada@example.org", "yes")
        refused("REFUSED", staff, "CLIENT.MERGE", "bistro", same, ada)
        desk.by("courier").execute_command("ACCOUNT.ADMIN", "bistro", "ada@example.org", "no")
        merged = as_map(
            staff.execute_command("ACCOUNT.LOGIN", "bistro", same, "ada@example.org", "SAME")
        )
        assert merged["status"] == "merged" and merged["survivor"] == same, merged
        got = as_map(staff.execute_command("CLIENT.GET", "bistro", ada))
        assert got["id"] == same and got["account"] == 1 and got["email"] == "ada@example.org", got
        # Two persons who have both signed in are not made one behind their backs.
        bob = add(staff, "bistro", "last", "Berg", "email", "bob@example.org")
        person(desk, "bistro", bob, "bob@example.org")
        assert "two-accounts" in refused("REFUSED", staff, "CLIENT.MERGE", "bistro", same, bob)
        free = as_map(staff.execute_command("ACCOUNT.LOGIN", "bistro", bob, "robert@example.org"))
        assert free["status"] == "free" and free["message"], free
        desk.sign_in("robert@example.org", desk.code()["code"])
        assert as_map(staff.execute_command("CLIENT.GET", "bistro", bob))["login"] == "robert@example.org"
        support.execute_command("TENANT.SET", "bistro", "free_login", "admin")
        assert as_map(
            staff.execute_command("ACCOUNT.LOGIN", "bistro", bob, "rob@example.org")
        ) == {"status": "free"}
        # Known elsewhere: no id, no name; with SAME a code goes to the address.
        eve = add(desk.by("chair"), "salon", "last", "Elsewhere", "email", "eve@example.org")
        person(desk, "salon", eve, "eve@example.org")
        third = add(staff, "bistro", "last", "Third", "phone", "+41446681801")
        words = ("ACCOUNT.LOGIN", "bistro", third, "eve@example.org")
        assert as_map(staff.execute_command(*words)) == {"status": "taken"}
        asked = as_map(staff.execute_command(*words, "SAME"))
        assert asked["status"] == "taken" and "id" not in asked, asked
        desk.sign_in("eve@example.org", desk.code()["code"])
        linked = as_map(staff.execute_command("CLIENT.GET", "bistro", third))
        assert linked["account"] == 3 and "email" in linked["locked"], linked


@both
def test_the_account_goes_with_its_last_client(server, protocol):
    with Server(server.binary) as own:
        desk = Desk(own, protocol)
        staff, support = desk.by("desk"), desk.by("help")
        ada = add(staff, "bistro", "last", "Verschwunden", "email", "weg@secret.example")
        staff.execute_command("ACCOUNT.INVITE", "bistro", ada)
        support.execute_command("SNAPSHOT")
        receipt = as_map(
            staff.execute_command("CLIENT.ERASE", "bistro", ada, "REQUESTED", "CONFIRM")
        )["receipt"]
        deadline = time.monotonic() + 60
        while as_map(staff.execute_command("ERASURE.GET", "bistro", receipt))["state"] != "complete":
            assert time.monotonic() < deadline, "the receipt is not complete after a minute"
            support.execute_command("WAITLSN", 1, 10)
        for root, _, files in os.walk(os.path.join(own.folder, "data")):
            for name in files:
                if name.endswith(".sock"):
                    continue
                with open(os.path.join(root, name), "rb") as file:
                    assert b"weg@secret" not in file.read(), name


@both
def test_a_new_client_of_a_known_person(server, protocol):
    """R-RES-32: nothing is linked before the person's code comes back."""
    with Server(server.binary) as own:
        desk = Desk(own, protocol)
        there = add(desk.by("chair"), "salon", "last", "Lenz", "email", "ada@example.org")
        person(desk, "salon", there, "ada@example.org")
        staff = desk.by("desk")
        # Known elsewhere, and nothing more is said; the venue that knows her is told as ever.
        tried = as_map(staff.execute_command(
            "CLIENT.ADD", "bistro", "last", "Neu", "email", "Ada@example.org", "DRYRUN"))
        assert tried["elsewhere"] in (1, True) and "candidates" not in tried, tried
        known = as_map(desk.by("chair").execute_command(
            "CLIENT.ADD", "salon", "last", "Neu", "email", "ada@example.org", "DRYRUN"))
        assert "elsewhere" not in known, known
        words = ("CLIENT.ADD", "bistro", "last", "Lenz", "phone", "+41446681800", "ACCOUNT")
        refused("NOACCOUNT", staff, *words, "nobody@example.org")
        added = as_map(staff.execute_command(*words, "ada@example.org"))
        assert added["status"] == "created" and added["message"], added
        assert "account" not in as_map(staff.execute_command("CLIENT.GET", "bistro", added["id"]))
        desk.sign_in("ada@example.org", desk.code()["code"], "bistro")
        assert as_map(staff.execute_command("CLIENT.GET", "bistro", added["id"]))["account"] == 1
