#include "cli/cli.h"
#include "cli/heap.h"

int main(int argc, char** argv) {
  wirecut::keep_freed_memory();
  wirecut::use_huge_pages();
  return wirecut::run_wirecut(argc, argv);
}
