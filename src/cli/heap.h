// The C library's heap, for a program that takes megabytes a batch and frees them. For glibc on Linux; elsewhere
// nothing happens.
#pragma once

namespace wirecut {

// Keeps freed memory for the next batch: what goes back to the system comes anew page by page, and the stage "record"
// of tests/bench/bench.sh takes half as long again. Once, before other threads start.
void keep_freed_memory();

// Lets the calling thread's heap grow in huge pages, of which 600 stories touch ten instead of 2,100 small ones: a
// tenth of their time where a page fault is dear, as on virtual machines. Once a thread (again does no harm). No memory
// is taken before it is used; nothing is tried where the system can't.
void use_huge_pages();

}  // namespace wirecut
