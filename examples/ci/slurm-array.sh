#!/bin/bash
# Sheets on a cluster: an array of sixteen tasks, each a part of the batch, then one task that collects.
#
#     sbatch --export=ALL,DATE=2021-04-11 examples/ci/slurm-array.sh
#
# A task that is requeued goes on where it was: sheets that stand are not built again.
#SBATCH --job-name=sheets
#SBATCH --array=1-16
#SBATCH --cpus-per-task=4
#SBATCH --mem=2G
#SBATCH --time=01:00:00
#SBATCH --requeue
#SBATCH --output=slurm-%A-%a.log
set -euo pipefail

: "${DATE:?say which day: sbatch --export=ALL,DATE=2021-04-11}"
report=${REPORT:-layouts/departement.md}
# A folder that all nodes share.
out=${OUT:-out}

if [ "${STEP:-sheets}" = collect ]; then
  exec velin collect "$report" --set "date=$DATE" --out "$out"
fi

# The first task asks for the last step, which starts when all parts have been built.
if [ "$SLURM_ARRAY_TASK_ID" = "$SLURM_ARRAY_TASK_MIN" ] && [ "${SLURM_RESTART_COUNT:-0}" = 0 ]; then
  sbatch --dependency="afterok:$SLURM_ARRAY_JOB_ID" --array=1 --export=ALL,STEP=collect "$0"
fi

velin build "$report" --set "date=$DATE" --out "$out" --keep-going --jobs "$SLURM_CPUS_PER_TASK" \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT"
