// Checksums in C: XXH3 (64 and 128 bits, seeded, at once or piecewise), CRC32C, and whether bytes
// are zero.
//
// Both choose the widest instructions of the processor at run time and fall back to plain C; the
// answers are the same everywhere. Nothing here allocates. `bytes` may be null where the count is 0.
#ifndef CARNET_CHASH_H
#define CARNET_CHASH_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint64_t low;
    uint64_t high;
} chash_128;

// XXH3 of bytes that arrive piecewise. The last block is held back, since it ends differently.
typedef struct {
    uint64_t accumulators[8];
    uint8_t secret[192];
    uint8_t before[64];    // the 64 bytes in front of `block`; they must stand right there
    uint8_t block[1024];
    uint64_t byte_count;
    uint64_t seed;
    uint32_t filled;
} chash_xxh3_stream;

uint64_t chash_xxh3_64(const void *bytes, size_t count, uint64_t seed);
chash_128 chash_xxh3_128(const void *bytes, size_t count, uint64_t seed);

void chash_xxh3_reset(chash_xxh3_stream *stream, uint64_t seed);
void chash_xxh3_update(chash_xxh3_stream *stream, const void *bytes, size_t count);
uint64_t chash_xxh3_digest_64(const chash_xxh3_stream *stream);
chash_128 chash_xxh3_digest_128(const chash_xxh3_stream *stream);

// CRC32C (Castagnoli, reflected, start and end inverted) of `bytes`, continuing from `crc`; 0 starts.
uint32_t chash_crc32c(uint32_t crc, const void *bytes, size_t count);

// Whether all bytes are zero: 1, else 0. How many bytes stand in front of the zeros at the end.
int chash_is_zero(const void *bytes, size_t count);
size_t chash_count_without_zeros(const void *bytes, size_t count);

// The plain C ways, whatever the processor offers: for tests to compare with.
uint64_t chash_xxh3_64_plain(const void *bytes, size_t count, uint64_t seed);
uint32_t chash_crc32c_plain(uint32_t crc, const void *bytes, size_t count);

#endif
