// liblz4's block interface, as Debian's liblz4-dev installs it.
#include <lz4.h>
