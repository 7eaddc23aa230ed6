#!/usr/bin/env bash
# Shards through a Slurm job array: real munged, slurmctld and slurmd, on the loopback only.   slurm_test.sh WIRECUT
source "$(dirname "$0")/shards.sh"

export PATH=$PATH:/usr/sbin:/sbin
for tool in munged mungekey slurmctld slurmd sbatch; do
  command -v $tool > /dev/null || skip "no $tool here"
done
[ "$(id -u)" -eq 0 ] || skip 'slurmd wants to be root'

stop_daemons() {
  local name
  for name in slurmd slurmctld munged; do
    [ -s "$work/slurm/$name.pid" ] && kill "$(cat "$work/slurm/$name.pid")" 2> /dev/null
  done
  sleep 0.5
  rm -rf "$work"
}
trap stop_daemons EXIT

D=$work/slurm node=$(hostname -s)
mkdir -p "$D/state" "$D/spool" "$D/log"
chmod 755 "$work" "$D"
read -r ctld_port node_port < <(python3 -c '
import socket
sockets = [socket.socket() for _ in range(2)]
for s in sockets: s.bind(("127.0.0.1", 0))
print(*[s.getsockname()[1] for s in sockets])')
cat > "$D/slurm.conf" <<CONF
ClusterName=wire
SlurmctldHost=$node(127.0.0.1)
SlurmctldPort=$ctld_port
SlurmdPort=$node_port
SlurmUser=root
SlurmdUser=root
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
AuthType=auth/munge
AuthInfo=socket=$D/munge.socket
CredType=cred/munge
StateSaveLocation=$D/state
SlurmdSpoolDir=$D/spool
SlurmctldPidFile=$D/slurmctld.pid
SlurmdPidFile=$D/slurmd.pid
SlurmctldLogFile=$D/log/slurmctld.log
SlurmdLogFile=$D/log/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobAcctGatherType=jobacct_gather/none
SchedulerParameters=batch_sched_delay=0,sched_min_interval=0
ReturnToService=2
NodeName=$node NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=local Nodes=$node Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$D/slurm.conf
start() {
  mungekey -c -k "$D/munge.key" &&
    munged --key-file="$D/munge.key" --socket="$D/munge.socket" --pid-file="$D/munged.pid" \
      --log-file="$D/log/munged.log" --seed-file="$D/munged.seed" --force &&
    slurmctld -f "$SLURM_CONF" && slurmd -f "$SLURM_CONF" -N "$node" || return
  for _ in $(seq 300); do
    sinfo -h -o %t 2> /dev/null | grep -qx idle && return 0
    sleep 0.1
  done
  return 1
}
start > start.txt 2>&1 || skip "Slurm can't start: $(cat start.txt "$D"/log/*.log 2> /dev/null | tail -n 5)"

# expect_array NAME CODE WIRECUT: a job array of four tasks
expect_array() {
  WIRECUT=$3 timeout 200 sbatch --quiet --wait --array=0-3 -c1 --chdir="$work" --output="$D/log/%A_%a.out" \
    "$engines/slurm.sh" "$shards" out > out.txt 2> err.txt
  local got=$?
  [ $got -eq "$2" ] || fail "$1: exit $got, not $2: $(cat out.txt err.txt "$D"/log/*.out | head -c 500)"
}
expect_array 'an array' 0 "$wirecut"
expect_shards 'an array'
rm -r out
expect_array 'an array with a worker killed' 137 "$work/flaky.sh"
expect_killed 'an array'
[ "$(ls out | grep -c 'jsonl$')" -eq 19 ] || fail "the other shards should be there: $(ls out)"
expect_array 'submitted again' 0 "$wirecut"
expect_shards 'submitted again'
finish
