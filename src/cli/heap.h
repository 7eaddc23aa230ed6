// The C library's heap, for a program that takes megabytes a batch and frees them. For glibc on Linux; elsewhere
// nothing happens.
#pragma once

namespace wirecut {

// Keeps freed memory for the next batch: what goes back to the system comes anew page by page, and the stage "record"
// of tests/bench/bench.sh takes half as long again. Once, before other threads start.
void keep_freed_memory();

// Lets the next 16 MB of the calling thread's heap, of which a batch of newswire fills ten, come in huge pages of 2 MB.
// Without them 600 stories touch 2,100 small pages, a tenth of their time in tests/bench/bench.sh on a virtual machine,
// where a page fault is dear. No memory is taken before it is used, though it counts as address space at once (under
// `ulimit -v`; where it isn't to be had, all stays as it was). To call it again does no harm.
void use_huge_pages();

}  // namespace wirecut
