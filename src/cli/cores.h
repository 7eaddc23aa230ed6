// How many threads this process should run.
#pragma once

namespace wirecut {

// The least of: the cores that the affinity mask allows, the share that the control group gives (rounded up), and
// SLURM_CPUS_PER_TASK where it is set. At least 1.
unsigned usable_cores();

}  // namespace wirecut
