#include "cli/cli.h"

#include <cstdlib>  // defines __GLIBC__ where it is one
#ifdef __GLIBC__
#include <malloc.h>
#endif

int main(int argc, char** argv) {
#ifdef __GLIBC__
  // A batch's records take megabytes, again and again. Memory that goes back to the system between two batches comes
  // anew page by page: the stage "record" of tests/bench/bench.sh takes half as long again.
  constexpr int kMapFrom = 32 << 20, kGiveBackFrom = 64 << 20;  // bytes
  ::mallopt(M_MMAP_THRESHOLD, kMapFrom);
  ::mallopt(M_TRIM_THRESHOLD, kGiveBackFrom);
#endif
  return wirecut::run_wirecut(argc, argv);
}
