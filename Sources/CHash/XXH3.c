// XXH3, 64 and 128 bits, after its published description: xxHash specification 0.2.0,
// "XXH3 algorithm overview" (doc/xxhash_spec.md of the xxHash project). The names of the steps are
// those of that page: small (0-16 bytes), medium (17-240) and large inputs, accumulate, scramble,
// final merge.
//
// Large inputs are read in blocks of 1,024 bytes, each of 16 stripes of 64; eight accumulators of
// 64 bits. `consume_blocks` and `consume_stripes` are the only two loops over bytes and have a
// plain, an SSE2 and an AVX2 form.
#include "CHash.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#define STRIPE_BYTES 64
#define BLOCK_BYTES 1024
#define STRIPES_PER_BLOCK 16
#define SECRET_BYTES 192
#define MEDIUM_MAX 240

static const uint64_t PRIME32_1 = 0x9E3779B1U;
static const uint64_t PRIME32_2 = 0x85EBCA77U;
static const uint64_t PRIME32_3 = 0xC2B2AE3DU;
static const uint64_t PRIME64_1 = 0x9E3779B185EBCA87ULL;
static const uint64_t PRIME64_2 = 0xC2B2AE3D27D4EB4FULL;
static const uint64_t PRIME64_3 = 0x165667B19E3779F9ULL;
static const uint64_t PRIME64_4 = 0x85EBCA77C2B2AE63ULL;
static const uint64_t PRIME64_5 = 0x27D4EB2F165667C5ULL;
static const uint64_t PRIME_MX1 = 0x165667919E3779F9ULL;
static const uint64_t PRIME_MX2 = 0x9FB21C651E98DF25ULL;

static const uint8_t default_secret[SECRET_BYTES] __attribute__((aligned(64))) = {
    0xb8, 0xfe, 0x6c, 0x39, 0x23, 0xa4, 0x4b, 0xbe, 0x7c, 0x01, 0x81, 0x2c, 0xf7, 0x21, 0xad, 0x1c,
    0xde, 0xd4, 0x6d, 0xe9, 0x83, 0x90, 0x97, 0xdb, 0x72, 0x40, 0xa4, 0xa4, 0xb7, 0xb3, 0x67, 0x1f,
    0xcb, 0x79, 0xe6, 0x4e, 0xcc, 0xc0, 0xe5, 0x78, 0x82, 0x5a, 0xd0, 0x7d, 0xcc, 0xff, 0x72, 0x21,
    0xb8, 0x08, 0x46, 0x74, 0xf7, 0x43, 0x24, 0x8e, 0xe0, 0x35, 0x90, 0xe6, 0x81, 0x3a, 0x26, 0x4c,
    0x3c, 0x28, 0x52, 0xbb, 0x91, 0xc3, 0x00, 0xcb, 0x88, 0xd0, 0x65, 0x8b, 0x1b, 0x53, 0x2e, 0xa3,
    0x71, 0x64, 0x48, 0x97, 0xa2, 0x0d, 0xf9, 0x4e, 0x38, 0x19, 0xef, 0x46, 0xa9, 0xde, 0xac, 0xd8,
    0xa8, 0xfa, 0x76, 0x3f, 0xe3, 0x9c, 0x34, 0x3f, 0xf9, 0xdc, 0xbb, 0xc7, 0xc7, 0x0b, 0x4f, 0x1d,
    0x8a, 0x51, 0xe0, 0x4b, 0xcd, 0xb4, 0x59, 0x31, 0xc8, 0x9f, 0x7e, 0xc9, 0xd9, 0x78, 0x73, 0x64,
    0xea, 0xc5, 0xac, 0x83, 0x34, 0xd3, 0xeb, 0xc3, 0xc5, 0x81, 0xa0, 0xff, 0xfa, 0x13, 0x63, 0xeb,
    0x17, 0x0d, 0xdd, 0x51, 0xb7, 0xf0, 0xda, 0x49, 0xd3, 0x16, 0x55, 0x26, 0x29, 0xd4, 0x68, 0x9e,
    0x2b, 0x16, 0xbe, 0x58, 0x7d, 0x47, 0xa1, 0xfc, 0x8f, 0xf8, 0xb8, 0xd1, 0x7a, 0xd0, 0x31, 0xce,
    0x45, 0xcb, 0x3a, 0x8f, 0x95, 0x16, 0x04, 0x28, 0xaf, 0xd7, 0xfb, 0xca, 0xbb, 0x4b, 0x40, 0x7e,
};

// ---- Words

static inline uint32_t read32(const uint8_t *p) {
    uint32_t value;
    memcpy(&value, p, 4);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    value = __builtin_bswap32(value);
#endif
    return value;
}

static inline uint64_t read64(const uint8_t *p) {
    uint64_t value;
    memcpy(&value, p, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    value = __builtin_bswap64(value);
#endif
    return value;
}

static inline void write64(uint8_t *p, uint64_t value) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    value = __builtin_bswap64(value);
#endif
    memcpy(p, &value, 8);
}

static inline uint64_t rotate_left(uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }

// The two halves of the 128-bit product, folded into one by exclusive or.
static inline uint64_t multiply_fold(uint64_t a, uint64_t b) {
    unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t avalanche(uint64_t x) {
    x ^= x >> 37;
    x *= PRIME_MX1;
    return x ^ (x >> 32);
}

static inline uint64_t avalanche_xxh64(uint64_t x) {
    x ^= x >> 33;
    x *= PRIME64_2;
    x ^= x >> 29;
    x *= PRIME64_3;
    return x ^ (x >> 32);
}

// ---- Small inputs: 0 to 16 bytes

static uint32_t combined_1_to_3(const uint8_t *in, size_t n) {
    return (uint32_t)in[n - 1] | (uint32_t)n << 8 | (uint32_t)in[0] << 16 | (uint32_t)in[n >> 1] << 24;
}

static uint64_t small_64(const uint8_t *in, size_t n, uint64_t seed) {
    const uint8_t *secret = default_secret;
    if (n > 8) {
        uint64_t low = ((read64(secret + 24) ^ read64(secret + 32)) + seed) ^ read64(in);
        uint64_t high = ((read64(secret + 40) ^ read64(secret + 48)) - seed) ^ read64(in + n - 8);
        return avalanche(n + __builtin_bswap64(low) + high + multiply_fold(low, high));
    }
    if (n >= 4) {
        seed ^= (uint64_t)__builtin_bswap32((uint32_t)seed) << 32;
        uint64_t combined = read32(in + n - 4) | (uint64_t)read32(in) << 32;
        uint64_t x = ((read64(secret + 8) ^ read64(secret + 16)) - seed) ^ combined;
        x ^= rotate_left(x, 49) ^ rotate_left(x, 24);
        x *= PRIME_MX2;
        x ^= (x >> 35) + n;
        x *= PRIME_MX2;
        return x ^ (x >> 28);
    }
    if (n > 0) {
        uint64_t word = (read32(secret) ^ read32(secret + 4)) + seed;
        return avalanche_xxh64(word ^ combined_1_to_3(in, n));
    }
    return avalanche_xxh64(seed ^ read64(secret + 56) ^ read64(secret + 64));
}

static chash_128 small_128(const uint8_t *in, size_t n, uint64_t seed) {
    const uint8_t *secret = default_secret;
    chash_128 out;
    if (n > 8) {
        uint64_t last = read64(in + n - 8);
        uint64_t a = ((read64(secret + 32) ^ read64(secret + 40)) - seed) ^ read64(in) ^ last;
        uint64_t b = ((read64(secret + 48) ^ read64(secret + 56)) + seed) ^ last;
        unsigned __int128 product = (unsigned __int128)a * PRIME64_1;
        uint64_t low = (uint64_t)product + ((uint64_t)(n - 1) << 54);
        uint64_t high = (uint64_t)(product >> 64) + b + (uint64_t)(uint32_t)b * (PRIME32_2 - 1);
        low ^= __builtin_bswap64(high);
        product = (unsigned __int128)low * PRIME64_2;
        out.low = avalanche((uint64_t)product);
        out.high = avalanche((uint64_t)(product >> 64) + high * PRIME64_2);
        return out;
    }
    if (n >= 4) {
        seed ^= (uint64_t)__builtin_bswap32((uint32_t)seed) << 32;
        uint64_t combined = read32(in) | (uint64_t)read32(in + n - 4) << 32;
        uint64_t x = ((read64(secret + 16) ^ read64(secret + 24)) + seed) ^ combined;
        unsigned __int128 product = (unsigned __int128)x * (PRIME64_1 + ((uint64_t)n << 2));
        uint64_t low = (uint64_t)product;
        uint64_t high = (uint64_t)(product >> 64) + (low << 1);
        low ^= high >> 3;
        low ^= low >> 35;
        low *= PRIME_MX2;
        out.low = low ^ (low >> 28);
        out.high = avalanche(high);
        return out;
    }
    if (n > 0) {
        uint32_t combined = combined_1_to_3(in, n);
        uint32_t swapped = __builtin_bswap32(combined);
        uint32_t turned = swapped << 13 | swapped >> 19;
        out.low = avalanche_xxh64(((read32(secret) ^ read32(secret + 4)) + seed) ^ combined);
        out.high = avalanche_xxh64(((read32(secret + 8) ^ read32(secret + 12)) - seed) ^ turned);
        return out;
    }
    out.low = avalanche_xxh64(seed ^ read64(secret + 64) ^ read64(secret + 72));
    out.high = avalanche_xxh64(seed ^ read64(secret + 80) ^ read64(secret + 88));
    return out;
}

// ---- Medium inputs: 17 to 240 bytes

static inline uint64_t mix_step(const uint8_t *data, size_t at, uint64_t seed) {
    const uint8_t *secret = default_secret + at;
    return multiply_fold(
        read64(data) ^ (read64(secret) + seed), read64(data + 8) ^ (read64(secret + 8) - seed));
}

static inline void mix_two(
    uint64_t acc[2], const uint8_t *first, const uint8_t *second, size_t at, uint64_t seed) {
    acc[0] = (acc[0] + mix_step(first, at, seed)) ^ (read64(second) + read64(second + 8));
    acc[1] = (acc[1] + mix_step(second, at + 16, seed)) ^ (read64(first) + read64(first + 8));
}

static uint64_t medium_64(const uint8_t *in, size_t n, uint64_t seed) {
    uint64_t acc = n * PRIME64_1;
    if (n <= 128) {
        for (size_t i = ((n - 1) >> 5) + 1; i-- > 0;) {
            acc += mix_step(in + i * 16, i * 32, seed);
            acc += mix_step(in + n - i * 16 - 16, i * 32 + 16, seed);
        }
        return avalanche(acc);
    }
    for (size_t i = 0; i < 8; i++) acc += mix_step(in + i * 16, i * 16, seed);
    acc = avalanche(acc);
    for (size_t i = 8; i < n >> 4; i++) acc += mix_step(in + i * 16, (i - 8) * 16 + 3, seed);
    return avalanche(acc + mix_step(in + n - 16, 119, seed));
}

static chash_128 medium_128(const uint8_t *in, size_t n, uint64_t seed) {
    uint64_t acc[2] = {n * PRIME64_1, 0};
    if (n <= 128) {
        for (size_t i = ((n - 1) >> 5) + 1; i-- > 0;)
            mix_two(acc, in + i * 16, in + n - i * 16 - 16, i * 32, seed);
    } else {
        for (size_t i = 0; i < 4; i++) mix_two(acc, in + i * 32, in + i * 32 + 16, i * 32, seed);
        acc[0] = avalanche(acc[0]);
        acc[1] = avalanche(acc[1]);
        for (size_t i = 4; i < n >> 5; i++)
            mix_two(acc, in + i * 32, in + i * 32 + 16, (i - 4) * 32 + 3, seed);
        mix_two(acc, in + n - 16, in + n - 32, 103, 0 - seed);
    }
    chash_128 out;
    out.low = avalanche(acc[0] + acc[1]);
    out.high = 0 - avalanche(acc[0] * PRIME64_1 + acc[1] * PRIME64_4 + (n - seed) * PRIME64_2);
    return out;
}

// ---- Large inputs: the two loops, three ways

typedef void (*consume_stripes_fn)(uint64_t acc[8], const uint8_t *in, size_t n, const uint8_t *secret);
typedef void (*consume_blocks_fn)(uint64_t acc[8], const uint8_t *in, size_t n, const uint8_t *secret);

static void stripes_plain(uint64_t acc[8], const uint8_t *in, size_t n, const uint8_t *secret) {
    for (size_t s = 0; s < n; s++, in += STRIPE_BYTES, secret += 8) {
        for (int i = 0; i < 8; i++) {
            uint64_t data = read64(in + 8 * i);
            uint64_t value = data ^ read64(secret + 8 * i);
            acc[i ^ 1] += data;
            acc[i] += (uint64_t)(uint32_t)value * (value >> 32);
        }
    }
}

static void blocks_plain(uint64_t acc[8], const uint8_t *in, size_t n, const uint8_t *secret) {
    for (size_t b = 0; b < n; b++, in += BLOCK_BYTES) {
        stripes_plain(acc, in, STRIPES_PER_BLOCK, secret);
        for (int i = 0; i < 8; i++) {
            acc[i] ^= acc[i] >> 47;
            acc[i] ^= read64(secret + SECRET_BYTES - STRIPE_BYTES + 8 * i);
            acc[i] *= PRIME32_1;
        }
    }
}

#if defined(__x86_64__)

static inline __m128i accumulate_sse2(__m128i acc, const uint8_t *in, const uint8_t *secret) {
    __m128i data = _mm_loadu_si128((const __m128i *)in);
    __m128i value = _mm_xor_si128(data, _mm_loadu_si128((const __m128i *)secret));
    __m128i product = _mm_mul_epu32(value, _mm_srli_epi64(value, 32));
    __m128i crossed = _mm_shuffle_epi32(data, _MM_SHUFFLE(1, 0, 3, 2));
    return _mm_add_epi64(acc, _mm_add_epi64(crossed, product));
}

static void stripes_sse2(uint64_t acc[8], const uint8_t *in, size_t n, const uint8_t *secret) {
    __m128i a[4];
    for (int i = 0; i < 4; i++) a[i] = _mm_loadu_si128((const __m128i *)acc + i);
    for (size_t s = 0; s < n; s++, in += STRIPE_BYTES, secret += 8)
        for (int i = 0; i < 4; i++) a[i] = accumulate_sse2(a[i], in + 16 * i, secret + 16 * i);
    for (int i = 0; i < 4; i++) _mm_storeu_si128((__m128i *)acc + i, a[i]);
}

static void blocks_sse2(uint64_t acc[8], const uint8_t *in, size_t n, const uint8_t *secret) {
    const __m128i prime = _mm_set1_epi32((int)0x9E3779B1U);
    const uint8_t *last = secret + SECRET_BYTES - STRIPE_BYTES;
    __m128i a[4];
    for (int i = 0; i < 4; i++) a[i] = _mm_loadu_si128((const __m128i *)acc + i);
    for (size_t b = 0; b < n; b++, in += BLOCK_BYTES) {
        for (size_t s = 0; s < STRIPES_PER_BLOCK; s++)
            for (int i = 0; i < 4; i++)
                a[i] = accumulate_sse2(
                    a[i], in + STRIPE_BYTES * s + 16 * i, secret + 8 * s + 16 * i);
        for (int i = 0; i < 4; i++) {
            __m128i x = _mm_xor_si128(a[i], _mm_srli_epi64(a[i], 47));
            x = _mm_xor_si128(x, _mm_loadu_si128((const __m128i *)(last + 16 * i)));
            __m128i high = _mm_mul_epu32(_mm_srli_epi64(x, 32), prime);
            a[i] = _mm_add_epi64(_mm_mul_epu32(x, prime), _mm_slli_epi64(high, 32));
        }
    }
    for (int i = 0; i < 4; i++) _mm_storeu_si128((__m128i *)acc + i, a[i]);
}

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline __m256i accumulate_avx2(__m256i acc, const uint8_t *in, const uint8_t *secret) {
    __m256i data = _mm256_loadu_si256((const __m256i *)in);
    __m256i value = _mm256_xor_si256(data, _mm256_loadu_si256((const __m256i *)secret));
    __m256i product = _mm256_mul_epu32(value, _mm256_srli_epi64(value, 32));
    __m256i crossed = _mm256_shuffle_epi32(data, _MM_SHUFFLE(1, 0, 3, 2));
    return _mm256_add_epi64(acc, _mm256_add_epi64(crossed, product));
}

AVX2 static void stripes_avx2(uint64_t acc[8], const uint8_t *in, size_t n, const uint8_t *secret) {
    __m256i a = _mm256_loadu_si256((const __m256i *)acc);
    __m256i b = _mm256_loadu_si256((const __m256i *)acc + 1);
    for (size_t s = 0; s < n; s++, in += STRIPE_BYTES, secret += 8) {
        a = accumulate_avx2(a, in, secret);
        b = accumulate_avx2(b, in + 32, secret + 32);
    }
    _mm256_storeu_si256((__m256i *)acc, a);
    _mm256_storeu_si256((__m256i *)acc + 1, b);
}

AVX2 static inline __m256i scramble_avx2(__m256i x, const uint8_t *secret) {
    const __m256i prime = _mm256_set1_epi32((int)0x9E3779B1U);
    x = _mm256_xor_si256(x, _mm256_srli_epi64(x, 47));
    x = _mm256_xor_si256(x, _mm256_loadu_si256((const __m256i *)secret));
    __m256i high = _mm256_mul_epu32(_mm256_srli_epi64(x, 32), prime);
    return _mm256_add_epi64(_mm256_mul_epu32(x, prime), _mm256_slli_epi64(high, 32));
}

AVX2 static void blocks_avx2(uint64_t acc[8], const uint8_t *in, size_t n, const uint8_t *secret) {
    const uint8_t *last = secret + SECRET_BYTES - STRIPE_BYTES;
    __m256i a = _mm256_loadu_si256((const __m256i *)acc);
    __m256i b = _mm256_loadu_si256((const __m256i *)acc + 1);
    for (size_t block = 0; block < n; block++) {
        for (size_t s = 0; s < STRIPES_PER_BLOCK; s++, in += STRIPE_BYTES) {
            a = accumulate_avx2(a, in, secret + 8 * s);
            b = accumulate_avx2(b, in + 32, secret + 8 * s + 32);
        }
        a = scramble_avx2(a, last);
        b = scramble_avx2(b, last + 32);
    }
    _mm256_storeu_si256((__m256i *)acc, a);
    _mm256_storeu_si256((__m256i *)acc + 1, b);
}

// The answer of the processor is read by the C runtime before `main`; asking is one load.
static inline int has_avx2(void) { return __builtin_cpu_supports("avx2"); }

static inline void consume_stripes(uint64_t acc[8], const uint8_t *in, size_t n, const uint8_t *s) {
    if (has_avx2()) stripes_avx2(acc, in, n, s);
    else stripes_sse2(acc, in, n, s);
}

static inline void consume_blocks(uint64_t acc[8], const uint8_t *in, size_t n, const uint8_t *s) {
    if (has_avx2()) blocks_avx2(acc, in, n, s);
    else blocks_sse2(acc, in, n, s);
}

#else

#define consume_stripes stripes_plain
#define consume_blocks blocks_plain

#endif

static void start(uint64_t acc[8], uint8_t secret[SECRET_BYTES], uint64_t seed) {
    const uint64_t first[8] = {PRIME32_3, PRIME64_1, PRIME64_2, PRIME64_3,
                               PRIME64_4, PRIME32_2, PRIME64_5, PRIME32_1};
    memcpy(acc, first, sizeof first);
    for (int i = 0; i < SECRET_BYTES; i += 16) {
        write64(secret + i, read64(default_secret + i) + seed);
        write64(secret + i + 8, read64(default_secret + i + 8) - seed);
    }
}

// The last block, of 1 to 1,024 bytes, and the last 64 bytes, which may begin in front of it.
static void finish(
    uint64_t acc[8], const uint8_t *block, size_t n, const uint8_t *last, const uint8_t *secret,
    consume_stripes_fn stripes) {
    stripes(acc, block, (n - 1) / STRIPE_BYTES, secret);
    stripes(acc, last, 1, secret + SECRET_BYTES - 71);
}

static uint64_t final_merge(const uint64_t acc[8], uint64_t result, const uint8_t *secret) {
    for (int i = 0; i < 4; i++)
        result += multiply_fold(
            acc[2 * i] ^ read64(secret + 16 * i), acc[2 * i + 1] ^ read64(secret + 16 * i + 8));
    return avalanche(result);
}

static uint64_t merge_64(const uint64_t acc[8], uint64_t n, const uint8_t *secret) {
    return final_merge(acc, n * PRIME64_1, secret + 11);
}

static chash_128 merge_128(const uint64_t acc[8], uint64_t n, const uint8_t *secret) {
    chash_128 out;
    out.low = merge_64(acc, n, secret);
    out.high = final_merge(acc, ~(n * PRIME64_2), secret + SECRET_BYTES - 75);
    return out;
}

static void large(
    uint64_t acc[8], uint8_t secret[SECRET_BYTES], const uint8_t *in, size_t n, uint64_t seed,
    consume_blocks_fn blocks, consume_stripes_fn stripes) {
    start(acc, secret, seed);
    size_t whole = (n - 1) / BLOCK_BYTES;
    blocks(acc, in, whole, secret);
    finish(acc, in + whole * BLOCK_BYTES, n - whole * BLOCK_BYTES, in + n - 64, secret, stripes);
}

uint64_t chash_xxh3_64(const void *bytes, size_t count, uint64_t seed) {
    if (count <= 16) return small_64(bytes, count, seed);
    if (count <= MEDIUM_MAX) return medium_64(bytes, count, seed);
    uint64_t acc[8];
    uint8_t secret[SECRET_BYTES];
    large(acc, secret, bytes, count, seed, consume_blocks, consume_stripes);
    return merge_64(acc, count, secret);
}

uint64_t chash_xxh3_64_plain(const void *bytes, size_t count, uint64_t seed) {
    if (count <= MEDIUM_MAX) return chash_xxh3_64(bytes, count, seed);
    uint64_t acc[8];
    uint8_t secret[SECRET_BYTES];
    large(acc, secret, bytes, count, seed, blocks_plain, stripes_plain);
    return merge_64(acc, count, secret);
}

chash_128 chash_xxh3_128(const void *bytes, size_t count, uint64_t seed) {
    if (count <= 16) return small_128(bytes, count, seed);
    if (count <= MEDIUM_MAX) return medium_128(bytes, count, seed);
    uint64_t acc[8];
    uint8_t secret[SECRET_BYTES];
    large(acc, secret, bytes, count, seed, consume_blocks, consume_stripes);
    return merge_128(acc, count, secret);
}

// ---- Piecewise

void chash_xxh3_reset(chash_xxh3_stream *stream, uint64_t seed) {
    start(stream->accumulators, stream->secret, seed);
    stream->seed = seed;
    stream->byte_count = 0;
    stream->filled = 0;
}

// A full block is consumed only once a byte behind it is known: the last block ends differently.
static void consume_held(chash_xxh3_stream *stream) {
    consume_blocks(stream->accumulators, stream->block, 1, stream->secret);
    memcpy(stream->before, stream->block + BLOCK_BYTES - STRIPE_BYTES, STRIPE_BYTES);
    stream->filled = 0;
}

void chash_xxh3_update(chash_xxh3_stream *stream, const void *bytes, size_t count) {
    const uint8_t *in = bytes;
    stream->byte_count += count;
    while (count > 0) {
        if (stream->filled == BLOCK_BYTES) consume_held(stream);
        if (stream->filled == 0 && count > BLOCK_BYTES) {
            size_t whole = (count - 1) / BLOCK_BYTES;
            consume_blocks(stream->accumulators, in, whole, stream->secret);
            in += whole * BLOCK_BYTES;
            count -= whole * BLOCK_BYTES;
            memcpy(stream->before, in - STRIPE_BYTES, STRIPE_BYTES);
        }
        size_t room = BLOCK_BYTES - stream->filled;
        size_t taken = count < room ? count : room;
        memcpy(stream->block + stream->filled, in, taken);
        stream->filled += (uint32_t)taken;
        in += taken;
        count -= taken;
    }
}

static void finish_stream(const chash_xxh3_stream *stream, uint64_t acc[8]) {
    memcpy(acc, stream->accumulators, sizeof stream->accumulators);
    uint8_t last[STRIPE_BYTES];
    size_t n = stream->filled;
    if (n >= STRIPE_BYTES) {
        memcpy(last, stream->block + n - STRIPE_BYTES, STRIPE_BYTES);
    } else {
        memcpy(last, stream->before + n, STRIPE_BYTES - n);
        memcpy(last + STRIPE_BYTES - n, stream->block, n);
    }
    finish(acc, stream->block, n, last, stream->secret, consume_stripes);
}

uint64_t chash_xxh3_digest_64(const chash_xxh3_stream *stream) {
    if (stream->byte_count <= MEDIUM_MAX)
        return chash_xxh3_64(stream->block, stream->byte_count, stream->seed);
    uint64_t acc[8];
    finish_stream(stream, acc);
    return merge_64(acc, stream->byte_count, stream->secret);
}

chash_128 chash_xxh3_digest_128(const chash_xxh3_stream *stream) {
    if (stream->byte_count <= MEDIUM_MAX)
        return chash_xxh3_128(stream->block, stream->byte_count, stream->seed);
    uint64_t acc[8];
    finish_stream(stream, acc);
    return merge_128(acc, stream->byte_count, stream->secret);
}
