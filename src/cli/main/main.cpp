#include "cli/cli.h"
#include "cli/heap.h"

int main(int argc, char** argv) {
  wirecut::keep_freed_memory();
  wirecut::use_huge_pages();  // for the lexicon's tables; a worker asks for its own
  return wirecut::run_wirecut(argc, argv);
}
