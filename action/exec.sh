# The step of action.yml: `kombo-mock exec` with what the inputs say, and the outcome as summary of the job.
set -euo pipefail

artifacts=$KOMBO_ACTION_ARTIFACTS
# The folder holds junit.xml and report.html beside the journal.
flags=(--report=github --artifacts="$artifacts" --fail-on="$KOMBO_ACTION_FAIL_ON")
case $KOMBO_ACTION_HOSTILE in
  "" | false) ;;
  true) flags+=(--hostile) ;;
  *) flags+=(--hostile="$KOMBO_ACTION_HOSTILE") ;;
esac
while IFS= read -r option; do
  if [ -n "$option" ]; then flags+=("$option"); fi
done <<<"$KOMBO_ACTION_OPTIONS"

package=kombo-mock${KOMBO_ACTION_VERSION:+@$KOMBO_ACTION_VERSION}
command=$KOMBO_ACTION_COMMAND
# The tests have no use for them.
unset "${!KOMBO_ACTION_@}"

status=0
npx --yes "$package" exec "${flags[@]}" -- bash -eo pipefail -c "$command" || status=$?

if [ -f "$artifacts/run.json" ]; then node "$GITHUB_ACTION_PATH/action/summary.mjs" "$artifacts"; fi
exit "$status"
