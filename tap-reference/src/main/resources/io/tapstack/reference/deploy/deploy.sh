#!/usr/bin/env bash
# Deploys a template with the AWS CLI: deploy.sh --help tells how. Written by tap synth; parameters.json and tags.json belong to it.
set -euo pipefail

HERE=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
TEMPLATE=$HERE/TEMPLATE_FILE
CAPABILITIES=(CAPABILITY_LIST)
RETAINS=RETAINS_RESOURCES
PROTECTION_PARAMETER=PROTECTION_PARAMETER_NAME

PARAMETERS_FILE=${PARAMETERS_FILE:-$HERE/parameters.json}
TAGS_FILE=${TAGS_FILE:-$HERE/tags.json}
TEMPLATE_BUCKET=${TEMPLATE_BUCKET:-}
POLL_SECONDS=${POLL_SECONDS:-5}
readonly HERE TEMPLATE CAPABILITIES RETAINS PROTECTION_PARAMETER PARAMETERS_FILE TAGS_FILE TEMPLATE_BUCKET POLL_SECONDS
readonly DIRECT_BYTES=51200
export AWS_PAGER='' AWS_CLI_FILE_ENCODING=UTF-8

usage() {
  cat <<'END'
deploy.sh STACK: creates or updates the stack STACK, and waits until that is done.

The AWS CLI must know who you are and in which region. Variables of the environment:
  PARAMETERS_FILE  values of the parameters; parameters.json beside this script unless given
  TAGS_FILE        tags of the stack; tags.json beside this script unless given
  TEMPLATE_BUCKET  a bucket that the template goes through; needed if it has more than 51,200 bytes
  POLL_SECONDS     how long to wait between two looks at the stack; 5 unless given

Exit code 0: the stack is as the template says. 2: the call makes no sense. Any other: it is not, and the reason is printed.
END
}

say() { printf '%s\n' "$*"; }

fail() {
  local code=$1
  shift
  printf 'deploy.sh: %s\n' "$*" >&2
  exit "$code"
}

cloudformation() { aws cloudformation "$@"; }

# The status of the stack; NONE if there is no such stack.
stack_status() {
  local answer
  if answer=$(cloudformation describe-stacks --stack-name "$STACK" --query 'Stacks[0].StackStatus' --output text \
      2> "$SCRATCH/refusal"); then
    say "$answer"
  elif grep -q 'does not exist' "$SCRATCH/refusal"; then
    say NONE
  else
    cat "$SCRATCH/refusal" >&2
    return 1
  fi
}

# Sets SOURCE to the options that name the template: its text, or its place in the bucket.
locate_template() {
  local bytes location key
  bytes=$(wc -c < "$TEMPLATE")
  if [[ -z $TEMPLATE_BUCKET ]]; then
    if ((bytes > DIRECT_BYTES)); then
      fail 2 "the template has $((bytes)) bytes, more than the $DIRECT_BYTES that a request takes: set TEMPLATE_BUCKET to a bucket"
    fi
    SOURCE=(--template-body "file://$TEMPLATE")
    return
  fi
  key=$STACK/$(basename -- "$TEMPLATE")
  say "Copying the template to s3://$TEMPLATE_BUCKET/$key"
  aws s3 cp --only-show-errors "$TEMPLATE" "s3://$TEMPLATE_BUCKET/$key"
  location=$(aws s3api get-bucket-location --bucket "$TEMPLATE_BUCKET" --query LocationConstraint --output text)
  if [[ $location == None ]]; then
    location=us-east-1
  fi
  SOURCE=(--template-url "https://s3.$location.amazonaws.com/$TEMPLATE_BUCKET/$key")
}

# Sets KIND to CREATE or UPDATE; takes away what a failed creation left, since nothing else can be done with it.
prepare_stack() {
  local status
  status=$(stack_status)
  if [[ $status == ROLLBACK_COMPLETE || $status == ROLLBACK_FAILED ]]; then
    say "Deleting stack $STACK, whose creation failed"
    cloudformation delete-stack --stack-name "$STACK"
    cloudformation wait stack-delete-complete --stack-name "$STACK"
    status=NONE
  fi
  case $status in
    NONE | REVIEW_IN_PROGRESS) KIND=CREATE ;;
    *_IN_PROGRESS) fail 1 "stack $STACK is busy: $status" ;;
    *) KIND=UPDATE ;;
  esac
  BEFORE=$status
}

change_status() { cloudformation describe-change-set --change-set-name "$CHANGE" --query Status --output text; }

# Makes a change set; sets CHANGE to it, or to nothing if there is nothing to change.
prepare_change() {
  local status reason
  CHANGE=$(cloudformation create-change-set --stack-name "$STACK" --change-set-name "$TOKEN" --change-set-type "$KIND" \
    "${SOURCE[@]}" ${OPTIONS[@]+"${OPTIONS[@]}"} --parameters "file://$PARAMETERS_FILE" --tags "file://$TAGS_FILE" \
    --query Id --output text)
  status=$(change_status)
  while [[ $status == CREATE_PENDING || $status == CREATE_IN_PROGRESS ]]; do
    sleep "$POLL_SECONDS"
    status=$(change_status)
  done
  if [[ $status == CREATE_COMPLETE ]]; then
    return
  fi
  reason=$(cloudformation describe-change-set --change-set-name "$CHANGE" --query StatusReason --output text)
  cloudformation delete-change-set --change-set-name "$CHANGE"
  if [[ $reason == *"didn't contain changes"* || $reason == *'No updates are to be performed'* ]]; then
    CHANGE=''
    return
  fi
  if [[ $BEFORE == NONE ]]; then
    cloudformation delete-stack --stack-name "$STACK"
  fi
  fail 1 "the change of stack $STACK is refused: $reason"
}

show_change() {
  local action replacement type id
  cloudformation describe-change-set --change-set-name "$CHANGE" --output text \
    --query 'Changes[].ResourceChange.[Action,Replacement,ResourceType,LogicalResourceId]' |
    while IFS=$'\t' read -r action replacement type id; do
      if [[ $replacement == True || $replacement == Conditional ]]; then
        say "  $action $type $id (replacement: $replacement)"
      else
        say "  $action $type $id"
      fi
    done
}

# Prints the events since the last look, the oldest first.
show_events() {
  local id token status type logical lines=() newest='' i
  while IFS=$'\t' read -r id token status type logical; do
    if [[ $id == "$SEEN" || $token != "$TOKEN" ]]; then
      break
    fi
    lines+=("  $status $type $logical")
    newest=${newest:-$id}
  done < <(cloudformation describe-stack-events --stack-name "$STACK" --output text \
    --query 'StackEvents[].[EventId,ClientRequestToken,ResourceStatus,ResourceType,LogicalResourceId]' 2> "$SCRATCH/broken-pipe")
  SEEN=${newest:-$SEEN}
  for ((i = ${#lines[@]} - 1; i >= 0; i--)); do
    say "${lines[i]}"
  done
}

# What failed first; what was only cancelled because of it is left out.
show_reason() {
  say "What failed first:"
  cloudformation describe-stack-events --stack-name "$STACK" --output json --query "reverse(StackEvents[?
      ClientRequestToken=='$TOKEN' && contains(ResourceStatus, 'FAILED') && ResourceStatusReason &&
      !contains(ResourceStatusReason, 'cancelled')])[:5].join(': ', [LogicalResourceId, ResourceType, ResourceStatusReason])" |
    sed -n 's/^ *"\(.*\)",\{0,1\}$/  \1/p'
}

apply_change() {
  local status
  cloudformation execute-change-set --change-set-name "$CHANGE" --client-request-token "$TOKEN" \
    ${EXECUTION[@]+"${EXECUTION[@]}"}
  SEEN=''
  status=$(stack_status)
  while [[ $status == *_IN_PROGRESS ]]; do
    show_events
    sleep "$POLL_SECONDS"
    status=$(stack_status)
  done
  show_events
  if [[ $status != "${KIND}_COMPLETE" ]]; then
    show_reason >&2
    fail 1 "stack $STACK: $status"
  fi
}

# Termination protection is an attribute of the stack, which no template can set: the parameter says what is wished.
protect() {
  local wish
  if [[ -z $PROTECTION_PARAMETER ]]; then
    return 0
  fi
  wish=$(cloudformation describe-stacks --stack-name "$STACK" --output text \
    --query "Stacks[0].Parameters[?ParameterKey=='$PROTECTION_PARAMETER'].ParameterValue")
  if [[ $wish == true ]]; then
    cloudformation update-termination-protection --stack-name "$STACK" --enable-termination-protection > /dev/null
    say "Termination protection is on"
  else
    cloudformation update-termination-protection --stack-name "$STACK" --no-enable-termination-protection > /dev/null
    say "Termination protection is off"
  fi
}

case ${1-} in
  -h | --help)
    usage
    exit 0
    ;;
esac
if (($# != 1)) || [[ ! $1 =~ ^[a-zA-Z][-a-zA-Z0-9]{0,127}$ ]]; then
  usage >&2
  exit 2
fi
STACK=$1
for file in "$TEMPLATE" "$PARAMETERS_FILE" "$TAGS_FILE"; do
  if [[ ! -f $file || ! -r $file ]]; then
    fail 2 "there is no file $file that can be read"
  fi
done
SCRATCH=$(mktemp -d)
trap 'rm -rf -- "$SCRATCH"' EXIT
TOKEN=deploy-$(date +%s)-$$
OPTIONS=()
EXECUTION=()
if ((${#CAPABILITIES[@]} > 0)); then
  OPTIONS+=(--capabilities "${CAPABILITIES[@]}")
fi
if [[ $RETAINS == true ]]; then
  EXECUTION+=(--retain-except-on-create)
fi

locate_template
say "Validating the template"
cloudformation validate-template "${SOURCE[@]}" > /dev/null
prepare_stack
prepare_change
if [[ -n $CHANGE ]]; then
  say "$KIND stack $STACK:"
  show_change
  apply_change
  say "Stack $STACK: ${KIND}_COMPLETE"
else
  say "Stack $STACK is as the template says: nothing to change"
fi
protect
cloudformation describe-stacks --stack-name "$STACK" --output table --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]'
