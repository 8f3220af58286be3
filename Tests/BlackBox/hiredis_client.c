/* hiredis' own C interface against a Carnet server: hiredis_client HOST PORT.
 *
 * Each check prints one line; the first that fails ends the program with 1. */

#include <hiredis/hiredis.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

static redisContext *context;

static void check(int holds, const char *what, const redisReply *reply) {
    if (holds) {
        printf("ok %s\n", what);
        return;
    }
    printf("FAILED %s: type %d, integer %lld, text '%s', connection '%s'\n", what,
           reply ? reply->type : 0, reply ? reply->integer : 0,
           reply && reply->str ? reply->str : "", context->errstr);
    exit(1);
}

static redisReply *call(const char *format, ...) {
    va_list words;
    va_start(words, format);
    redisReply *reply = redisvCommand(context, format, words);
    va_end(words);
    return reply;
}

static int is_text(const redisReply *reply, const char *text) {
    return reply && reply->str && reply->len == strlen(text) && !memcmp(reply->str, text, reply->len);
}

/* The value under a key of a map, which RESP2 tells as an array of keys and values in turn. */
static const redisReply *field(const redisReply *map, const char *key) {
    for (size_t index = 0; map && index + 1 < map->elements; index += 2)
        if (is_text(map->element[index], key)) return map->element[index + 1];
    return NULL;
}

static void commands(void) {
    redisReply *reply = call("PING");
    check(reply && reply->type == REDIS_REPLY_STATUS && is_text(reply, "PONG"), "PING", reply);
    freeReplyObject(reply);

    reply = call("TENANT.CREATE hiredis-c COUNTRY CH");
    check(reply && reply->type == REDIS_REPLY_ARRAY, "TENANT.CREATE", reply);
    freeReplyObject(reply);

    /* Text of any bytes: a blank, quotes, accents. */
    const char *last = "van 'den' \"Berg\" \xC3\xA9t\xC3\xA9";
    reply = call("CLIENT.ADD hiredis-c last %b phone %s", last, strlen(last), "044 668 18 00");
    const redisReply *id = field(reply, "id");
    check(id && id->type == REDIS_REPLY_INTEGER && id->integer == 1, "CLIENT.ADD", reply);
    freeReplyObject(reply);

    reply = call("CLIENT.GET hiredis-c %d", 1);
    check(is_text(field(reply, "last"), last), "CLIENT.GET answers the bytes", reply);
    check(is_text(field(reply, "phone"), "+41446681800"), "CLIENT.GET answers E.164", reply);
    freeReplyObject(reply);

    reply = call("CLIENT.GET hiredis-c %s", "000000000000");
    check(reply && reply->type == REDIS_REPLY_NIL, "number 0 is nobody's", reply);
    freeReplyObject(reply);

    reply = call("CLIENT.LIST hiredis-c");
    const redisReply *clients = field(reply, "clients");
    check(clients && clients->type == REDIS_REPLY_ARRAY && clients->elements == 1 &&
              clients->element[0]->type == REDIS_REPLY_ARRAY,
          "CLIENT.LIST nests", reply);
    freeReplyObject(reply);

    reply = call("CLIENT.GET hiredis-c 2");
    check(reply && reply->type == REDIS_REPLY_ERROR && !strncmp(reply->str, "NOCLIENT ", 9),
          "an error is a reply", reply);
    freeReplyObject(reply);
}

/* A whole pipeline is sent before its first reply is read. */
static void pipeline(int count) {
    for (int number = 0; number < count; number++) {
        int result = number % 2 ? redisAppendCommand(context, "ECHO %d", number)
                                : redisAppendCommand(context, "CLIENT.GET hiredis-c 1");
        check(result == REDIS_OK || number, "a command is appended", NULL);
    }
    int right = 0;
    for (int number = 0; number < count; number++) {
        void *answer = NULL;
        if (redisGetReply(context, &answer) != REDIS_OK) break;
        redisReply *reply = answer;
        char text[16];
        snprintf(text, sizeof text, "%d", number);
        right += number % 2 ? is_text(reply, text) : field(reply, "last") != NULL;
        freeReplyObject(reply);
    }
    check(right == count, "every reply of a pipeline, in order", NULL);
}

static void arguments(void) {
    const char *words[] = {"CLIENT.COUNT", "hiredis-c"};
    const size_t lengths[] = {12, 9};
    redisReply *reply = redisCommandArgv(context, 2, words, lengths);
    check(reply && reply->type == REDIS_REPLY_INTEGER && reply->integer == 1, "words with lengths",
          reply);
    freeReplyObject(reply);
    reply = call("NOSUCH");
    check(reply && reply->type == REDIS_REPLY_ERROR && !strncmp(reply->str, "ERR ", 4),
          "an unknown command", reply);
    freeReplyObject(reply);
    reply = call("QUIT");
    check(reply && is_text(reply, "OK"), "QUIT", reply);
    freeReplyObject(reply);
}

int main(int count, char **words) {
    if (count != 3) {
        fprintf(stderr, "usage: hiredis_client HOST PORT\n");
        return 64;
    }
    struct timeval patience = {30, 0};
    context = redisConnectWithTimeout(words[1], atoi(words[2]), patience);
    if (!context || context->err) {
        printf("FAILED to connect: %s\n", context ? context->errstr : "no memory");
        return 1;
    }
    redisSetTimeout(context, patience);
    commands();
    pipeline(20000);
    arguments();
    redisFree(context);
    printf("hiredis %d.%d.%d\n", HIREDIS_MAJOR, HIREDIS_MINOR, HIREDIS_PATCH);
    return 0;
}
