#include "cli/heap.h"

#include <cstdint>
#include <cstdlib>  // defines __GLIBC__ where it is one
#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#ifdef MADV_HUGEPAGE
#define WIRECUT_KNOWS_HEAP
#endif
#endif

namespace wirecut {

#ifdef WIRECUT_KNOWS_HEAP
namespace {

constexpr int kMapFrom = 32 << 20, kGiveBackFrom = 64 << 20;  // bytes
constexpr std::size_t kHuge = std::size_t{2} << 20;           // of a page
constexpr std::size_t kAhead = std::size_t{16} << 20;         // below kMapFrom, so that it comes from the heap

}  // namespace

void keep_freed_memory() {
  ::mallopt(M_MMAP_THRESHOLD, kMapFrom);
  ::mallopt(M_TRIM_THRESHOLD, kGiveBackFrom);
}

void use_huge_pages() {
  void* const ahead = std::malloc(kAhead);
  if (ahead == nullptr) return;
  const auto begin = reinterpret_cast<std::uintptr_t>(ahead);
  const std::uintptr_t first = (begin + kHuge - 1) / kHuge * kHuge, end = (begin + kAhead) / kHuge * kHuge;
  ::madvise(static_cast<char*>(ahead) + (first - begin), end - first, MADV_HUGEPAGE);
  std::free(ahead);  // stays at the top of the heap, and keeps the advice
}
#else
void keep_freed_memory() {}
void use_huge_pages() {}
#endif

}  // namespace wirecut
