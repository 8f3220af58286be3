#include "CHash.h"

#include <string.h>

// Bytes are all zero where the first is and each equals the one before; memcmp is as fast as the
// memory.
int chash_is_zero(const void *bytes, size_t count) {
    const uint8_t *in = bytes;
    return count == 0 || (in[0] == 0 && memcmp(in, in + 1, count - 1) == 0);
}

size_t chash_count_without_zeros(const void *bytes, size_t count) {
    const uint8_t *in = bytes;
    while (count >= 4096 && chash_is_zero(in + count - 4096, 4096)) count -= 4096;
    while (count > 0 && in[count - 1] == 0) count--;
    return count;
}
