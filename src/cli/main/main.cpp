#include "cli/cli.h"

#include <malloc.h>

int main(int argc, char** argv) {
  // A batch's records take megabytes, again and again: memory that was given back would come anew page by page.
  ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
  ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
  return wirecut::run_wirecut(argc, argv);
}
