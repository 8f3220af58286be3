// CRC32C: the polynomial 0x1EDC6F41 of Castagnoli, reflected (0x82F63B78), as iSCSI has it
// (RFC 3720, section 12.1 and appendix B.4). By the processor's own instruction where there is
// one: SSE4.2 on x86-64, the CRC extension on arm64. Otherwise eight tables, eight bytes a step
// ("slicing by 8": Kounavis and Berry, 2005).
#include "CHash.h"

#include <string.h>

#if defined(__aarch64__) && defined(__linux__)
#include <arm_acle.h>
#include <sys/auxv.h>
#endif

static inline uint64_t read64(const uint8_t *p) {
    uint64_t value;
    memcpy(&value, p, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    value = __builtin_bswap64(value);
#endif
    return value;
}

// Filled before `main`, so that no thread can meet it half done.
static uint32_t tables[8][256];

__attribute__((constructor)) static void fill_tables(void) {
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t crc = i;
        for (int bit = 0; bit < 8; bit++) crc = crc >> 1 ^ (crc & 1 ? 0x82F63B78U : 0);
        tables[0][i] = crc;
    }
    for (uint32_t i = 0; i < 256; i++)
        for (int t = 1; t < 8; t++)
            tables[t][i] = tables[t - 1][i] >> 8 ^ tables[0][tables[t - 1][i] & 0xFF];
}

uint32_t chash_crc32c_plain(uint32_t crc, const void *bytes, size_t count) {
    const uint8_t *in = bytes;
    crc = ~crc;
    for (; count >= 8; in += 8, count -= 8) {
        uint64_t word = read64(in) ^ crc;
        crc = tables[7][word & 0xFF] ^ tables[6][word >> 8 & 0xFF] ^ tables[5][word >> 16 & 0xFF]
            ^ tables[4][word >> 24 & 0xFF] ^ tables[3][word >> 32 & 0xFF]
            ^ tables[2][word >> 40 & 0xFF] ^ tables[1][word >> 48 & 0xFF] ^ tables[0][word >> 56];
    }
    for (; count > 0; in++, count--) crc = crc >> 8 ^ tables[0][(crc ^ *in) & 0xFF];
    return ~crc;
}

#if defined(__x86_64__)

__attribute__((target("sse4.2")))
static uint32_t crc32c_instruction(uint32_t crc, const void *bytes, size_t count) {
    const uint8_t *in = bytes;
    uint64_t wide = (uint32_t)~crc;
    for (; count >= 8; in += 8, count -= 8) wide = __builtin_ia32_crc32di(wide, read64(in));
    uint32_t narrow = (uint32_t)wide;
    for (; count > 0; in++, count--) narrow = __builtin_ia32_crc32qi(narrow, *in);
    return ~narrow;
}

static inline int has_instruction(void) { return __builtin_cpu_supports("sse4.2"); }

#elif defined(__aarch64__) && defined(__linux__)

__attribute__((target("crc")))
static uint32_t crc32c_instruction(uint32_t crc, const void *bytes, size_t count) {
    const uint8_t *in = bytes;
    crc = ~crc;
    for (; count >= 8; in += 8, count -= 8) crc = __crc32cd(crc, read64(in));
    for (; count > 0; in++, count--) crc = __crc32cb(crc, *in);
    return ~crc;
}

// HWCAP_CRC32 of asm/hwcap.h.
static inline int has_instruction(void) { return (getauxval(AT_HWCAP) & (1UL << 7)) != 0; }

#else

#define crc32c_instruction chash_crc32c_plain
static inline int has_instruction(void) { return 0; }

#endif

uint32_t chash_crc32c(uint32_t crc, const void *bytes, size_t count) {
    return has_instruction() ? crc32c_instruction(crc, bytes, count)
                             : chash_crc32c_plain(crc, bytes, count);
}
