# English texts. One paragraph a diagnostic: message, .label (beside the caret), .clause (beside the contract clause), .help
# (what to do), and for weibao explain .summary .why .example .remedy. All languages have the same messages and placeholders; a
# test proves it.

## Terminal

level-data-error = data error
level-data-warning = data warning
level-data-note = data note
level-service-error = deviation
level-service-warning = service warning
level-service-note = service note
github-list = All problems
level-help = help
closing-count = read { $records } records and { $samples } samples: { $errors } data errors, { $deviations } deviations, { $warnings } warnings, { $notes } notes
no-data = there is no data folder: { $path }. Run weibao inside a project, or name one with -C; weibao init DIR makes a new one
no-contract = there is no contract.yaml in data/: without a contract nothing can be checked
contract-unread = contract.yaml has errors and cannot be read: run weibao check and correct it first
io-failed = cannot read { $path }: { $reason }
unknown-format = there is no format “{ $word }”; check has human and json, build has html, pdf, xlsx and csv
unknown-report = there is no report “{ $word }”; weibao list reports shows them
registers-are-whole = registers cover the whole term: leave out --report and --period to write them, or ask for reports with --format html or pdf
unknown-period = there is no period “{ $word }”, or it has not begun; a quarter is written 2026Q3
unknown-kind = there is no kind of record “{ $word }”; weibao list kinds shows them
unknown-code = there is no check or ticket “{ $code }”; weibao list checks shows the checks
refused-open = no final version of { $report }: its period has not ended
refused-undecided = no final version of { $report }: a time limit that began in its period has no verdict yet
refused-unfinished = no final version of { $report }: its period has ended, but its survey or summary record has no finished_on; add it and build again
refused-errors = no final version of { $report }: the records behind it have data errors
nothing-written = no report was written: correct the data errors above first
built = wrote { $folder }: { $drawn } files drawn, { $standing } unchanged
template-failed = the template { $template } failed: { $reason }
output-failed = cannot write { $path }: { $reason }; the former output is unchanged
duration-days = { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
duration-hours = { $count } h
duration-minutes = { $count } min
duration-seconds = { $count } s
duration-between = { " " }
page-summary = What
page-why = Why
page-example = Example
page-remedy = Remedy
related-clause = contract clause
related-record = related record
related-first = first used here
related-earlier = this date must come first
related-sample = the sample
related-total = the total
related-used = the part in use
related-proof = the proof that the contract file asks for
related-finding = raised here
related-closed = closed here
related-last = last followed up here
related-every = the frequency
related-clock = the clock
related-served = one of them
related-finished = finished here
related-attempt = the last call
related-weight = a weight here
related-purpose = the purpose
related-holiday = off here
related-evidence = the kind of evidence
related-ticket = the notice
related-term = the term
related-text = the content

## Names of dates

key-received-at = receipt
key-auto-replied-at = automatic reply
key-responded-at = response
key-classified-at = classification
key-raised-at = raising to urgent
key-interim-at = word of progress
key-remote-failed-at = failure of remote work
key-remote-resolved-at = remote solution
key-answered-at = answer
key-closed-at = closing
key-hold-from = start of the wait
key-hold-to = end of the wait
key-departed-at = departure
key-arrived-at = arrival
key-left-at = leaving
key-signed-on = signature
key-opened-at = handing over
key-replied-at = first reply
key-solved-at = solution
key-from = first day
key-to = last day
key-started-on = first day
key-finished-on = last day
key-at = call
key-due = due day
key-closed-on = day of closing
key-period = first day of the year
key-delivered-on = handing over
key-accepted-on = acceptance

## Status, and how clocks ran

status-term = term { $from } to { $to }; on { $today }, { $passed } of { $total } days have passed
status-clauses = By clause (columns count periods in that state; “done” is met / decided for clauses with a time limit, otherwise done / required)
status-clause = clause
state-done = done
    .word = { $word } (done)
state-done-late = late
    .word = { $word } (late)
state-partial = part
    .word = { $word } (part)
state-no-evidence = gap
    .word = { $word } (gap)
state-deviation = deviation
    .word = { $word } (deviation)
state-not-occurred = none
    .word = { $word } (none)
state-not-due = not due
    .word = { $word } (not due)
status-done = done
status-text = service
status-gaps = Gaps and deviations
status-overdue = Overdue
status-coming = Due within { $days } days
status-people = People
status-person = name
status-open-tickets = open tickets
status-open-cases = open cases
status-missed = missed
status-past = overdue
status-ahead = to do
status-none = none
status-more = ; and { $count } more
status-late = { $ticket } late by { $overrun }
status-late-open = { $ticket } not done yet, late by { $overrun }
status-days-left = { $days ->
        [one] 1 day left
       *[other] { $days } days left
    }
status-days-over = { $days ->
        [one] 1 day ago
       *[other] { $days } days ago
    }
status-duty = { $period } ({ $count ->
        [one] 1 clause
       *[other] { $count } clauses
    })
status-event = responsible: { $person }; clauses: { $clauses }; id: { $id }
status-with-errors = records have data errors, so these figures may be incomplete: run weibao check and correct them first
matter-duty = { $word }
matter-clock = { $word } clock
matter-finding = finding
matter-measure = measure
weekday = { $number ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    }
ticket-not-yet = ticket { $code } was received after this day; name a later one with --as-of
ticket-head = { $channel }, { $kind }; received { $received }; taken by { $agent }; { $file }
ticket-urgent = affects work: { $word }; timed as urgent
ticket-urgent-unknown = affects work: { $word }; timed as urgent because nobody asked
ticket-raised = affects work: { $word }; raised to urgent { $raised }
ticket-normal = affects work: { $word }; timed as an ordinary problem
ticket-hold = the customer asked to wait: { $from } to { $to } ({ $reason }); evidence: { $evidence }
ticket-linked = a later notice of the same fault; the time limits are those of { $first }
ticket-no-clock = the contract sets no time limit for such a ticket, or it was answered at once
clock-heading = clause { $clause }  { $duty } within { $limit }: { $verdict }
clock-start = starts
clock-deadline = ends
clock-stop = outcome
clock-unstopped = nothing recorded yet
clock-waiting = waiting for the customer, no end yet
stop-response = response
stop-auto-reply = automatic reply
stop-remote = solved remotely
stop-arrival = arrival
stop-answer = answer
stop-interim = word of progress
verdict-missed = { $word } (by { $overrun })
verdict-tentative = { $word } (by statutory days alone: { $other })
hours-all = every hour counts, nights and holidays too
hours-workdays = workdays count in full
hours-window = working hours on workdays count
start-next-open = received { $received }, outside working hours: the time starts at the next opening
start-later = received { $received }; by the contract, the time starts here
span-counted = counts { $length }, total { $sum }
span-not = does not count
span-outside = outside working hours
span-held = the customer asked to wait
day-weekday = workday
day-weekend = weekend
day-holiday = holiday: { $name }
day-make-up = make-up workday: { $name }
day-extra-holiday = day off by the contract
day-extra-workday = workday by the contract
other-reading = another interpretation, { $key } = { $value }: ends { $deadline }, { $verdict }

## Command line

cli = weibao: turns the git-tracked records of a maintenance contract into checked reports that a hospital signs.
    .directory = project folder; by default the nearest folder upwards that holds data/contract.yaml
    .as-of = cut-off date for all figures, such as 2026-09-30; by default SOURCE_DATE_EPOCH, then the day of demonstration records, then today
    .lang = language: zh or en; by default that of the locale
    .color = use of colours: auto (default), always, never
    .quiet = print problems and results only, no progress
    .help = show help
    .version = show the version
    .after = First use: weibao init DIR. To understand a check: weibao explain CODE.
cli-check = Check all records and list every problem at once
    .paths = show only problems of files below these paths
    .format = output format: human (default), json, sarif, github, gitlab; chosen automatically in pipelines of GitHub and GitLab
    .deny = also count service deviations as failures: deviations
cli-build = Check the records and write the reports (HTML and PDF)
    .reports = only this report; may be repeated; see weibao list reports. Registers stay unchanged
    .periods = only this period, such as 2026Q3; may be repeated. Registers stay unchanged
    .formats = only this format; may be repeated: html and pdf for reports, xlsx and csv for registers
    .only-final = only final versions: writes nothing if records have data errors, and leaves out periods that have not ended
    .output = output folder; by default output below the project
cli-status = State of the contract: what is fulfilled, missing, overdue and due soon, by clause and by person
    .within = list what is due within this many days; by default remind_days of the contract file
    .ics = write everything that is due as a calendar file
    .format = output format: human (default) or json
cli-explain = Explain a check (what it looks for, why, what to do), or the time limits of a ticket day by day
    .code = code of a check, such as threshold-reached; or number of a ticket, such as T-20260921-03
    .format = output format: human (default) or json
cli-list = List checks, reports, clauses or kinds of record
    .what = what to list: checks, reports, clauses, kinds
    .format = output format: human (default) or json
    .write = write a page for each check into this folder, in every language; with checks only
list-folder = --write goes with checks only: weibao list checks --write DIR
check-pages = Checks
    .intro = Everything that weibao check can report, by level. On a terminal, weibao explain CODE prints the same. This folder is generated by weibao list checks --write DIR; do not edit it by hand.
cli-schema = Print the JSON Schema of the records
    .kind = only this kind of record, such as inspection; see weibao list kinds
    .write = write into this folder: one schema for each kind, and a page in Chinese about the columns of tables
cli-manual = Print shell completions or the manual page
    .what = completions: bash, zsh, fish, powershell, elvish; the manual page: man
    .write = write the manual page of each command into this folder; with man only
manual-folder = --write works with man only: redirect completions into a file with >
kind-contract = the contract ({ $title })
kind-calendar = calendar of workdays ({ $title })
kind-assets = assets: what is maintained ({ $title })
kind-people = people on both sides ({ $title })
kind-inspection = inspection ({ $title })
kind-call = hotline calls ({ $title })
kind-email = e-mails ({ $title })
kind-fax = faxes ({ $title })
kind-visit = on-site visits and revisits ({ $title })
kind-escalation = cases of the backend team ({ $title })
kind-roster = hotline roster ({ $title })
kind-survey = satisfaction survey ({ $title })
kind-knowledge = knowledge entries ({ $title })
kind-summary = summary of a year ({ $title })
kind-delivery = deliveries and acceptance ({ $title })
kind-probe = samples of probes ({ $title })
kind-attachment = evidence files ({ $title })
report-inspection = inspection report ({ $title })
report-hotline = hotline record ({ $title })
report-faq = list of frequent questions ({ $title })
report-satisfaction = satisfaction survey report ({ $title })
report-acceptance = acceptance report ({ $title })
report-summary = service summary ({ $title })
per-rows = each period of its clauses
per-years = each year
per-years-and-term = each year, and the whole term
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-usage = { "Usage: " }
cli-command = COMMAND
cli-unknown-argument = there is no option “{ $argument }”
cli-unknown-command = there is no command “{ $command }”
cli-missing-argument = an argument is missing: { $argument }
cli-missing-command = the command is missing
cli-missing-value = { $argument } needs a value: { $valid }
cli-invalid-value = “{ $value }” is not valid for { $argument }; possible values: { $valid }
cli-refused-value = “{ $value }” is not valid for { $argument }: { $form }
cli-refused-number = “{ $value }” is not valid for { $argument }, which takes a whole number
cli-conflict = { $argument } cannot be used together with { $other }
cli-invalid-utf8 = an argument is not UTF-8 text
cli-wrong-usage = the command is not written correctly
cli-suggestion = did you mean “{ $word }”?
cli-see-help = see weibao --help, or add --help after the command

## New records and projects

cli-new = Create a record: number, dates, people, clauses and measured values are filled in, the rest is 待填写; never overwrites a file
    .kind = kind of record: contract, calendar, assets, people, inspection, call, email, fax, visit, escalation, roster, survey, knowledge, summary, delivery, probe; an attachment is simply a file in its folder
    .period = period, such as 2026Q4 or 2026; by default the one that is due first. visit with a year is a revisit; delivery takes 2026Q3-hotline to choose the report
cli-init = Create the folder of a contract: standard clauses, the State Council's calendars, notes for each folder, pipelines and editor settings; never overwrites a file
    .folder = folder; created if it does not exist
    .hospital = name of the hospital
    .vendor = name of the vendor
    .start = first day of service; by default the first day of the next quarter
new-next = created { $path }: replace every 待填写, then run weibao check
new-period-overdue = for { $period }: it ended on { $to } and has no record yet
new-period-running = for { $period }: it runs until { $to }
new-exists = { $path } already exists and is unchanged: edit it
new-failed = cannot write { $path }: { $reason }
new-outside = did not write { $path }: its folder is a link that points outside the project
new-no-record = { $kind } is not a record to fill in: put the file into data/attachments/PERIOD/ and write its path under evidence
new-not-owed = no clause of the contract has { $kind } as its evidence: list the clause in contract.yaml first
new-unknown-period = there is no period “{ $word }”; known: { $known }
new-not-begun = { $word } begins on { $from }; known: { $known }
new-nothing-missing = every period that has begun has its { $kind }; the next, { $next }, begins on { $from }
new-all-there = every period has its { $kind }
new-no-period = { $kind } has no period: leave it out
init-exists = { $path } already exists: this is the folder of a contract already, nothing was changed
init-kept = { $path } already exists and was kept
init-done = created { $path }, service from { $from } to { $to }. Next:
init-first = 1. in { $path }/data/contract.yaml, fill in both parties, the contract number and the contact details, and compare every clause
init-second = 2. list people in data/people.yaml, and servers, databases and interfaces in data/assets.yaml
init-third = 3. run weibao -C { $path } check and commit when there are no errors; create records with weibao new once service has begun

## Spreadsheets

## Probes

cli-probe = Measure on this machine and print rows in the format of data/probes/; a probe that fails prints none and ends with 1
    .after = docs/reference.md shows a crontab. No project folder is needed; keep passwords and tokens off the command line.
cli-probe-disk = Size, used space and usage of mount points, counted like df
    .mounts = only this mount point; may be repeated; by default every local file system, network storage must be named
    .object = object name instead of the mount point; empty (--object=) for a data space as a whole; with one --mount only
    .timeout = longest wait in seconds, by default 10
    .asset = asset id as in assets.yaml; by default the name of this host
    .metric = first part of the metric, by default disk, that is disk.total_gb, disk.used_gb, disk.used_pct
    .append = append to this file: a new file gets the header first, a file with another header is refused
    .no-header = print no header
cli-probe-http = Milliseconds until an address answers as required
    .url = http or https address, without user name and password
    .statuses = a status that counts as normal; may be repeated; by default every 2xx
    .contains = text that the answer must contain; may be repeated; for pages in UTF-8 or GBK
    .header-file = file with request headers, one per line, “name: value”; put tokens here and make it readable only by you
    .header-env = environment variable with request headers, in the same form
    .ca = trust only the root certificates in this file (PEM)
    .follow = follow redirections, at most 5; not together with headers
    .object = object name, empty by default; neither the address nor the query is written into the row
    .timeout = longest wait in seconds, by default 10
    .asset = asset id as in assets.yaml, required
    .metric = metric, by default interface.response_ms
    .append = append to this file: a new file gets the header first, a file with another header is refused
    .no-header = print no header
cli-probe-log = Number of errors in a log within the last day
    .files = log files, with the rotated ones; UTF-8 or GBK, not compressed
    .wanted = lines to count, a regular expression; may be repeated; by default lines with the word ERROR, FATAL or SEVERE
    .unwanted = lines not to count, a regular expression; may be repeated
    .hours = hours to look back, by default 24; by the time at the start of a line, lines without one belong to the line before
    .whole = count all lines, without regard to time
    .object = object name, empty by default
    .asset = asset id as in assets.yaml, required
    .metric = metric, by default log.errors; use db.errors for the alerts of a database
    .append = append to this file: a new file gets the header first, a file with another header is refused
    .no-header = print no header
cli-probe-tablespace = Size, used space and usage of tablespaces, from the output of a database client
    .file = output of the SQL from weibao probe sql; - reads standard input
    .basis = size that the usage refers to: allocated (the present size, default) or max (after automatic growth); as space_basis in the contract file
    .at = time of the query, such as 2026-09-21 06:00; by default now
    .asset = asset id as in assets.yaml, required
    .metric = first part of the metric, by default tablespace, that is tablespace.total_gb, tablespace.used_gb, tablespace.used_pct
    .append = append to this file: a new file gets the header first, a file with another header is refused
    .no-header = print no header
cli-probe-sql = Print the SQL for tablespaces; it begins with the required rights and how to run it
    .database = the database: oracle, dameng (DM8) or mysql
probe-no-asset = give the asset id with --asset, as written in assets.yaml
probe-empty-word = the asset id and the metric must not be empty
probe-control-character = a name contains a control character, no row written: “{ $word }”
probe-formula = a name begins with =, +, - or @, and spreadsheets would read it as a formula; no row written: “{ $word }”
probe-implausible = { $object }: { $value } { $unit } is impossible, no row written
probe-other-header = the first line of { $path } is not the header of samples, nothing written: choose another file, or correct its header
probe-other-encoding = { $path } is not UTF-8, nothing written: save it as UTF-8 first
probe-other = cannot be written as samples: { $reason }
probe-disk-timeout = not measured within { $seconds } seconds, no row written: a network storage may not respond
probe-disk-unmeasured = cannot measure { $mount }, no row written: { $reason }
probe-disk-no-mount = nothing is mounted at { $mount }, no row written
probe-disk-empty = { $mount } has no size, no row written
probe-disk-none = found no file system to measure: give a mount point with --mount
probe-disk-object = --object works with one --mount only
probe-http-url = not a valid address: write http://host/path or https://host/path
probe-http-name = an address must not contain a user name and password: use --header-file
probe-http-header = line { $line } is not a request header: write “name: value”
probe-http-variable = there is no environment variable { $name }
probe-http-ca = the file of --ca contains no usable certificate (PEM)
probe-http-follow-headers = --follow cannot be used with request headers: a redirection would send them to another host
probe-http-status = { $address } answered with status { $status }, no row written
probe-http-text = the answer of { $address } does not contain “{ $text }”, no row written
probe-http-timeout = { $address } did not finish its answer within { $seconds } seconds, no row written
probe-http-refused = { $address } refuses connections, no row written
probe-http-host = the host name of { $address } cannot be resolved, no row written
probe-http-large = the answer of { $address } is larger than { $limit } MiB, no row written
probe-http-redirects = the redirections of { $address } do not end, no row written
probe-http-other = { $address } did not answer as required, no row written: { $reason }
probe-log-pattern = not a valid regular expression: { $reason }
probe-log-unread = cannot read { $path }, no row written: { $reason }
probe-log-no-file = { $path } is not an ordinary file, no row written
probe-log-no-text = { $path } is compressed or UTF-16, no row written: use text in UTF-8 or GBK
probe-log-no-moments = lines of { $path } do not begin with a time, so weibao cannot tell which day they belong to, no row written: --whole counts all lines
probe-log-begins = the log begins at { $moment }; earlier lines are not counted: add the rotated files
probe-sql-nothing = there is no tablespace, no row written: the query may have failed
probe-sql-header = line { $line } should be the header and is “{ $text }”, no row written: use the SQL that weibao probe sql prints
probe-sql-line = line { $line } is not a result of the query: “{ $text }”, no row written
probe-sql-sizes = the size and the used space in line { $line } do not match: “{ $text }”, no row written
probe-sql-twice = the tablespace in line { $line } appeared before: “{ $text }”, no row written

## Editor

## Live preview

cli-serve = Live preview: build the pages, show them in a browser and rebuild after every change of records or templates; for this machine only
    .port = port; by default the first free port from 8620
serving = preview: { $url } (Ctrl-C ends it)
serve-failed = no preview: { $reason }
rebuilt = updated: { $errors } data errors, { $deviations } service deviations, { $drawn } files drawn anew
live-busy = updating …
live-failed = the build failed
live-faults = data errors
live-others = deviations and warnings
live-title = results of the check
live-close = close
live-clean = nothing to correct or to review

## Progress

reading = reading records …
drawing = drawing { $files } files
stopping = stopping; the former reports stay unchanged. Press Ctrl-C again to quit at once
stopped = stopped: nothing was written, the former reports are unchanged

## Hints

hint-tab = the indentation contains a tab: YAML allows only spaces, replace the tab
hint-full-width-colon = the colon is the full-width “：”: write an ASCII colon and a space after a key
hint-full-width-digits = the value contains full-width characters: write ASCII digits, decimal point and percent sign
hint-quote = a quote is not closed: check this line and the line before
hint-special-start = the value starts with a special character: put it in double quotes
hint-excel-hashes = these hashes are what Excel shows in a narrow column, not data: widen the column and save again
hint-written-date = write a date as 2026-09-21 and a time as 2026-09-21 09:03, seconds if you like, without 年, 月 and 日
hint-full-width-time = the colon in the time is full-width: write 09:03
hint-chinese-quotes = these are Chinese quotes: write ASCII ones, or none
hint-plain-number = write the number alone, without unit, percent sign, thousands mark or quotes
hint-colon-space = the colon after a key must be followed by a space
hint-colon-in-value = the value contains a colon and a space, which would start another key: put the whole value in double quotes
hint-bracket = a bracket or brace is not closed
hint-indent = the indentation matches nothing above: keys of one level must line up at the left
hint-documents = a file contains one record: delete the “---” and what follows, or put it into another file
hint-control-character = there is an invisible control character here: delete this part and type it again
hint-save-as-utf8 = this file is GB18030 (GBK), most likely saved by Excel or Notepad
hint-utf16 = this file is UTF-16 (Excel's Unicode text): save it as “CSV UTF-8”
hint-excel-file = this is an Excel workbook, not text: change its extension back to .xlsx (allowed for lists such as calls), or save it from Excel as “CSV UTF-8”
hint-line-ends = the lines end in bare carriage returns: save the file with LF or CRLF
hint-probe-header = the header of a probe file is at,asset,metric,object,value,unit,source (Chinese titles 时间,资产,指标,对象,数值,单位,来源 will do)
hint-separator = columns are separated by ASCII commas
hint-acknowledged = acknowledged: { $reason }

## Reading

syntax = this line is not valid YAML: { $reason }
    .label = unreadable from here on
    .help = correct it and run weibao check again; until then no check uses anything in this file
    .summary = The file is not valid YAML and cannot be read
    .why = One error makes the whole file unreadable, and the evidence for that period is lost with it.
    .example = A full-width colon after a key; a tab in the indentation; a quote that is never closed
    .remedy = Check the underlined line and the line before it: write an ASCII colon and a space, indent with spaces only, close every quote, and put values that start with a special character in double quotes.
syntax-duplicate-key = the key { $key } appears twice in one record
    .label = the second time
    .help = keep one and delete the other; if these are two records, the second lacks its “- ”
syntax-excess = the file is nested too deeply or its aliases grow too large, so it was not read: { $reason }
    .label = the limit is exceeded here
    .help = no record needs such depth or aliases (&, *): write it out

schema = the record does not follow the format of its kind
    .help = the README describes the format; weibao schema writes it as a file that editors use for completion
    .summary = The file can be read, but a key or a value does not follow the format
    .why = Every figure in a report comes from a record. A misspelt key that nobody notices leaves a gap in the report.
    .example = verdict: 良好 (allowed: 正常, 关注, 异常, 未检, 不适用); started_at: 2026年9月21日 (write 2026-09-21 09:00)
    .remedy = Change the key or value as the message says. All such errors of a file are listed at once: correct them and run the check again.
schema-missing-key = the key { $key } is missing
    .label = there is no { $key } in this record
    .help = add a line such as “{ $key }: …”, indented like its neighbours; a key without a value counts as missing
schema-unknown-key = there is no key { $key }
    .label = unknown key
    .help = check spelling and indentation: a wrong indentation moves the key into another record. weibao schema lists all keys
schema-unknown-key-similar = there is no key { $key }; did you mean { $meant }?
    .label = { $meant }?
    .help = change { $key } to { $meant }
schema-unknown-word = “{ $value }” is not allowed here
    .label = choose one of the words
    .help = write one of: { $options }
schema-wrong-form = “{ $value }” is not in the required form
    .label = wrong form
    .help = month, day, hour and minute must exist: June has no 31st, and no day has 24:00
schema-wrong-type = this must be { $expected ->
        [string] a text
        [number] a number
        [integer] a whole number
        [boolean] true or false
        [array] a list
        [object] keys and values
       *[other] { $expected }
    }, not “{ $value }”
    .label = { $expected ->
        [string] a text is required
        [number] a number is required
        [integer] a whole number is required
        [boolean] true or false is required
        [array] a list is required
        [object] keys and values are required
       *[other] wrong type
    }
    .help = { $expected ->
        [string] write a text; use double quotes if it contains a colon or hash or starts with a special character
        [number] write ASCII digits, such as 83.42
        [integer] write ASCII digits, such as 3
        [array] write one entry per line, each after “- ”; write a single entry as a list too, such as [luyao]
        [object] start a new line, indent by two spaces and write one “key: value” per line
       *[other] compare it with the description of the format
    }
schema-out-of-range = { $value } is out of range (limit { $limit })
    .label = out of range
    .help = check the unit and the decimal point; the limit is { $limit }
schema-empty = this must not be empty
    .label = nothing here
    .help = fill it in; if there is no content, delete the whole line of an optional key
schema-other = this is not in the required form: { $reason }
    .label = wrong form
schema-empty-file = the file contains no record
    .help = fill it in, or delete it
schema-more-faults = { $count } more errors in this file are not listed
    .help = they probably have the same cause: correct the listed errors and run weibao check again
schema-control-character = the text contains an invisible control character
    .label = contains a control character
    .help = delete this part and type it again; it was probably copied from another program
schema-too-many-series = the file has too many objects and days (limit: { $limit } object-days); the rest was not read
    .label = from here on new objects and days were not read
    .help = check whether times or numbers are in the column object; if there really are so many, split the file by month
schema-wrong-count = this row has { $count } columns, the header { $expected }
    .label = wrong number of columns
    .help = add or remove commas; put a value that contains a comma in double quotes. The row was left out
schema-no-front = the file does not begin with a record: its first line must be “---”
    .label = “---” belongs here
    .help = write “---” on the first line, one “key: value” on each line after it, another line “---”, and then the text; weibao schema lists the keys
schema-open-front = the record at the beginning of the file never ends: there is no second line “---”
    .label = it begins here
    .help = write “---” on the line after the last key, and the text after that
schema-empty-front = there is nothing between the two lines “---”
    .label = it ends here
    .help = write one “key: value” on each line between the two lines; weibao schema lists the keys
schema-empty-body = there is no text after the line “---”
    .label = the text belongs after this line
    .help = write the answer: how to recognise the problem, what to do, and what the result should be
schema-no-header = the header is missing: the first line contains no known column
    .label = the header belongs here
    .help = write the names of the columns on the first line (keys or Chinese titles, in any order); these are required: { $required }. Without it, nothing in the file was read
schema-missing-columns = the header lacks required columns: { $keys }
    .label = header
    .help = add these columns (key or Chinese title) and fill them in; until then nothing in the file is read
schema-duplicate-column = the header has the column { $key } twice (key and Chinese title are the same column)
    .label = the second time
    .first = the first time
    .help = merge the two into one column; until then nothing in the file is read
schema-nested-column = { $key } cannot be written in a table: each of its entries has keys of its own
    .label = too much for one cell
    .help = write this record as a YAML file in the same folder, or delete the column; it was not read
schema-unknown-column = there is no column { $key }
    .label = unknown column
    .help = correct its name or delete it; weibao schema lists every key and Chinese title. The column was not read
schema-unknown-column-similar = there is no column { $key }; did you mean { $meant }?
    .label = { $meant }?
    .help = change { $key } to { $meant }; until then the column is not read, and if it is required, nothing in the file is read
schema-unnamed-column = this cell has content, but its column has no name
    .label = the header has no name for it
    .help = name the column in the header, or empty the cell. The row was left out
schema-empty-cell = the required column { $key } is empty
    .label = nothing here
    .help = fill it in, or delete the row if it is not needed. The row was left out
schema-no-number = “{ $value }” is not a number
    .label = a number is required
    .help = write ASCII digits, such as 83.42; the unit has its own column. The row was left out
schema-line-too-long = this line is too long for a sample
    .label = not read from here on
    .help = check whether the file is in the wrong folder or lost its line breaks; a probe file has one sample in each line
schema-more-rows = { $count } more rows of this file have errors and are not listed
    .help = they probably have the same cause: correct the listed rows and run weibao check again

encoding = the byte { $byte } in line { $line } is not UTF-8 text
    .label = not UTF-8 from here on
    .help = save the file again as UTF-8 (Notepad: Save as, Encoding, UTF-8); a whole CSV file may be in GB18030, but not a mixture
    .summary = The file contains bytes that are not text
    .why = Reading on would garble names and values and print them in a report, so weibao does not guess.
    .example = A CSV file that Excel saved as Unicode text (UTF-16); an incomplete download
    .remedy = Save the file again as UTF-8; export a damaged file again from its source.
encoding-mixed = the encoding changes in line { $line }: the file mixes UTF-8 and GB18030
    .label = another encoding from here on
    .help = probably two files were joined: save each as UTF-8 and join them again
legacy-encoding = the file was read as GB18030
    .help = it was read correctly and may stay as it is; saved as UTF-8, its Chinese also appears correctly in editors and git diffs
    .summary = The CSV file is in GB18030, which Chinese Excel writes; weibao recognised it
    .why = weibao can read it, but git, editors and other tools expect UTF-8 and show garbled text.
    .example = A CSV file saved by Excel on Chinese Windows
    .remedy = Save it again from Excel as “CSV UTF-8”.
unclosed-quote = a double quote is not closed
    .label = this quote never ends
    .help = add the closing quote or delete this one; a quote inside a value is written twice. The row was left out
    .summary = A row of a CSV file has an unmatched double quote
    .why = An open quote would turn all following rows into one value, and many records would be lost. weibao leaves out this row only.
    .example = 2026-06-10 06:00,db1,tablespace.used_pct,"EBILL_DATA,71.20,%,probe.sh
    .remedy = Add or delete one quote; if a script wrote the row, correct the script and export again.
implausible-sample = { $value } is impossible for { $metric } (plausible: { $range })
    .label = not plausible
    .help = check unit and conversion in the probe script; if such values do occur, widen minimum or maximum of the metric in contract.yaml. The row was left out
    .summary = A sample is outside the plausible range of its metric
    .why = A usage below zero or above 100 % measures something else, and a verdict that relies on it is wrong.
    .example = tablespace.used_pct recorded as 7120 because the decimal point was lost
    .remedy = Correct the script or the row; the minimum and maximum of the metric in contract.yaml set the plausible range.
file-too-large = the file has { $size } MB, more than the limit of { $limit } MB, and was not read
    .help = split the file, or compress raw output before you add it; if it is in the wrong folder, move it
    .summary = The file is larger than its kind of record may be
    .why = Records are written and read by people; a file this large is probably in the wrong folder. Without a size limit, one file could block every check.
    .example = A database dump saved as data/inspections/2026Q2.yaml
    .remedy = Split or move larger files. The limits are 8 MB for YAML and Markdown records, 64 MB for lists such as calls (16 MB as .xlsx), 32 MB for attachments and 1536 MB for probe files.
link-leaves-data = the link { $path } points outside data or to nothing, and was not read
    .help = copy the file itself into data and delete the link
    .summary = A link in the data folder points outside it
    .why = Evidence must be kept with the repository. A link to another place breaks on the next computer and may bring unrelated files into a report.
    .example = data/attachments/df.txt, a link to /tmp/df.txt
    .remedy = Replace the link with the file itself and commit it.
wrong-folder = { $path } is not a place for any kind of record, and was not read
    .help = inspections go to inspections/; calls, e-mails and faxes to calls/, emails/ and faxes/; visits and revisits to visits/; backend cases to escalations/; duties to rosters/; surveys to surveys/; summaries to summaries/; knowledge to knowledge/ (.md); samples to probes/PERIOD/ (.csv); evidence to attachments/. weibao list kinds shows them all; move other files out of data
    .summary = The folder or the extension of the file belongs to no kind of record
    .why = A record in the wrong place is never read: the report lacks a piece of evidence, and nobody notices.
    .example = data/inspection/2026Q2.yaml (the s is missing); data/probes/2026Q2/db.txt (must be .csv)
    .remedy = Move the file to the right folder and give it the right extension; weibao list kinds shows where each kind belongs.
unreadable-file = the file cannot be read: { $reason }
    .help = check that it is an ordinary file and that you may read it
    .summary = The operating system does not allow weibao to read the file
    .why = A record that cannot be read is missing from the report, and its evidence with it.
    .example = A link to a folder; a file without read permission
    .remedy = Correct the permissions, or replace it with an ordinary file.
unreadable-file-name = the file name is not UTF-8, so the file was not read
    .help = rename it; use letters, digits, Chinese characters, hyphens and points
unreadable-file-special = this is not an ordinary file, so it was not read
    .help = links to folders, pipes and devices are not records: use an ordinary file instead
workbook = the Excel workbook is damaged: { $reason }
    .help = open it in Excel and save it as “Excel Workbook (.xlsx)”; if it does not open, restore it from a backup or from git. Nothing in the file was read
    .summary = An Excel workbook, or one of its cells, cannot be read reliably
    .why = A guessed value would be a figure without a source; a cell that is skipped silently would be a lost record.
    .example = A formula that results in #REF!; merged cells; a password; the old .xls format; records on a hidden sheet
    .remedy = Correct it in Excel as the message says and save it as .xlsx. “CSV UTF-8” works as well, by the same rules.
workbook-no-workbook = the file has the extension .xlsx, but is not an Excel workbook
    .help = it is probably a page or text that another system exported: open it in Excel and save it as “Excel Workbook (.xlsx)”, or rename it to .csv. Nothing in the file was read
workbook-old-format = this workbook has the format from before 2007 (.xls) and was not read
    .help = open it in Excel and save it as “Excel Workbook (.xlsx)”
workbook-other-format = tables in .{ $ending } format are not read
    .help = open it in Excel or WPS, save it as “Excel Workbook (.xlsx)” or “CSV UTF-8”, and delete this one
workbook-encrypted = the workbook needs a password and was not read
    .help = open it in Excel, choose File, Info, Protect Workbook, Encrypt with Password, empty the password and save; access to the repository protects the records
workbook-too-large = the workbook unpacks to more than { $limit } MB and was not read
    .help = delete pictures, unneeded sheets and formats of whole columns, or split it by month; do not add files of unknown origin
workbook-too-many-cells = sheet “{ $sheet }” is too large (limits: { $limit } cells, { $size } MB); nothing in the file was read
    .help = split it by month
workbook-too-wide = sheet “{ $sheet }” has content in { $cell }, beyond column { $limit }; nothing in the file was read
    .help = probably a mistake: press Ctrl+End in Excel to find the cell, and delete it
workbook-too-many-merged = sheet “{ $sheet }” has too many merged cells (limit: { $limit }); nothing in the file was read
    .help = select all, unmerge, and fill in each row
workbook-error-cell = this cell contains Excel's error value { $value }
    .label = an error value
    .help = correct the formula or type the content; leave the cell empty if the content is not known. The row was left out
workbook-no-value = this cell is a formula whose result is not in the file
    .label = no result
    .help = a program probably wrote it: open and save the file once in Excel, or replace the formula. The row was left out
workbook-merged = this cell is merged into { $cell }, so the row has no content in this column
    .label = merged into { $cell }
    .help = unmerge the cells and fill in each row: each row is a record of its own. The row was left out
workbook-hidden-records = the hidden sheet “{ $sheet }” contains records ({ $rows } rows) and was not read
    .label = a hidden sheet
    .help = show the sheet if the records count; delete it if they do not
sheet-not-read = sheet “{ $sheet }” ({ $rows } rows) has no header and was not read
    .label = no known column
    .help = ignore this if the sheet contains remarks or options; if it contains records, name the columns within the first 10 rows (keys or Chinese titles, see weibao schema)
    .summary = A sheet of a workbook contains no records
    .why = Instructions and lists of options often share a workbook with records. Every sheet that is not read is reported, so that nobody assumes it was counted.
    .example = A workbook of calls that also has a sheet of instructions
    .remedy = Ignore this if the sheet contains no records; otherwise add the header row.
sheet-not-read-hidden = the hidden sheet “{ $sheet }” ({ $rows } rows) was not read
    .label = a hidden sheet
    .help = ignore this if it contains no records; if it does, show the sheet

## Data errors

abnormal-without-grade = item { $clause } is 异常 and has no grade
    .label = a grade is required
    .help = add “grade: 一般” or “grade: 严重” to the item: 一般 if work can go on, 严重 if a contract limit is missed or work stops
    .summary = An item is 异常 without a grade, or has a grade without being 异常
    .why = The hospital sets its priorities by the grade. 异常 alone could be a slow report or a cash desk that cannot issue bills.
    .example = verdict: 异常 without a grade
    .remedy = Write grade: 一般 or grade: 严重 for 异常; delete the grade for every other verdict.
abnormal-without-grade-not-abnormal = item { $clause } is { $verdict }, but has the grade “{ $grade }”
    .label = only 异常 has a grade
    .help = delete the line; if the item is 异常, change the verdict

abnormal-without-suggestion = item { $clause } is { $verdict }, but there is no suggestion
    .label = the item has a problem, but no finding
    .clause = item { $clause }
    .help = add a finding to this record: id (such as F-{ $period }-01), clause: "{ $clause }", problem, suggestion, owner, due
    .summary = An item is 异常 or 关注, but the record suggests no improvement
    .why = Inspections are made to improve the system: a problem without a suggestion stays as it is. If the contract requires suggestions, that clause is not fulfilled either.
    .example = The tablespace item is 关注, but no finding names its clause
    .remedy = Add a finding with the problem, the suggestion, the owner and the due date; if the verdict is wrong, correct it.
abnormal-without-suggestion-finding = finding { $id } has no suggestion
    .label = a problem without a suggestion
    .help = add a suggestion: what to do, and to what extent

calendar-implausible = { $day } is not in { $year }
    .label = not in this year
    .help = correct the date, or move it to the file of its year
    .summary = A calendar contains an impossible day
    .why = Time limits in working days follow the State Council's notice. One wrong day in the calendar makes a deadline wrong.
    .example = 2025-10-01 in 2026.yaml; a Wednesday listed as 上班; only 230 workdays in a year
    .remedy = Compare every day with the State Council's notice for that year.
calendar-implausible-twice = { $day } is listed twice
    .label = the second time
    .help = delete one; if they differ, the notice decides
calendar-implausible-ordinary = { $day } is a workday anyway and does not need 上班
    .label = 上班 is only for Saturdays and Sundays with work
    .help = the date is probably wrong: compare it with the notice, or delete it
calendar-implausible-workdays = { $year } has { $count } workdays; usually there are { $least } to { $most }
    .label = days off or make-up workdays are missing
    .help = add every day off in the notice, including its Saturdays and Sundays, and every make-up workday
calendar-implausible-issued-late = the notice for { $year } was issued on { $day }, after the end of the year before
    .label = usually issued from October to December
    .help = an amendment during the year may stay as it is; otherwise check the year of the date
calendar-implausible-not-issued = the calendar of { $year } does not say when its notice was issued
    .label = a notice has a date
    .help = add issued_on from the notice; if it is not published yet, write provisional: true, and deadlines stay provisional

calendar-missing = there is no calendar for { $year }
    .label = { $year } is part of the contract term
    .help = add data/calendar/{ $year }.yaml from the State Council's notice
    .summary = A year of the contract term has no calendar of holidays
    .why = Time limits in working days need a calendar. weibao does not assume Monday to Friday, so such deadlines stay provisional.
    .example = The term ends on 2026-12-31, but data/calendar/ has no 2026.yaml
    .remedy = Add the file of that year with the number and date of the notice and all days off and make-up workdays.
calendar-missing-not-yet = there is no calendar for { $year } yet
    .label = { $year } is part of the contract term
    .help = the notice is usually published from October to December of the year before; then add data/calendar/{ $year }.yaml
calendar-missing-provisional = the calendar of { $year } is still provisional
    .label = no notice yet
    .help = when the notice is published, delete provisional and write notice, title, issued_on and days from it; until then such deadlines stay provisional

calendar-without-workday = { $year } has no workday
    .label = every day of the year is a holiday
    .help = check extra_holidays in contract.yaml and data/calendar/{ $year }.yaml: extra holidays are only the few regional ones
    .summary = A year of the contract term has no workday
    .why = Without a workday, a time limit in working hours never expires, and weibao cannot detect an overrun.
    .example = extra_holidays lists every day of a year
    .remedy = List only holidays that are not in the State Council's notice, such as a regional festival; delete the others.

clause-without-evidence = the evidence of clause { $clause } is inspection records, but its frequency is “{ $every }”
    .label = inspections are made by period
    .help = change every to 每月, 每季度 or 每年; if the service is on demand, choose another evidence such as 服务记录
    .summary = The frequency of a clause does not match its evidence, so it can never be proved
    .why = The acceptance report lists how often each clause was due and which records prove it. A clause that does not match never appears, or always lacks evidence.
    .example = every: 按需 with evidence: 巡检记录
    .remedy = Take every from the service standard in the contract, and evidence from the records that are really kept.
clause-without-evidence-arises = the frequency of clause { $clause } is “{ $every }”, but { $evidence } only arise when something happens
    .label = cannot prove a fixed frequency
    .help = if the contract says 按需, change every to 按需; otherwise choose records that are made in each period
clause-without-evidence-yearly = the frequency of clause { $clause } is “{ $every }”, but there is only one { $evidence } a year
    .label = one a year does not prove { $every }
    .help = if the contract says once a year, change every to 每年; otherwise choose another evidence

closed-on-without-closing = { $id } has the closing date { $day }, but the status { $status }
    .label = contradicts the closing date
    .closed = the closing date
    .help = if it is closed, change status to 关闭; if it is not, delete closed_on
    .summary = A follow-up has a closing date, but its status is not 关闭
    .why = The two contradict each other: the report cannot tell whether the problem is solved, and the problem would stay overdue.
    .example = closed_on: 2026-05-16 with status: 处理中
    .remedy = Check what really happened and correct one of them.

delivery-unknown-report = there is no report “{ $report }”
    .label = unknown kind of report
    .help = write one of: { $known }
    .summary = A delivery record names an unknown report or period, or lists a file twice
    .why = The acceptance report lists deliveries by report and period. Without a match, a delivered report looks undelivered.
    .example = report: 巡检报告 (write inspection); period: 2026-Q3 (write 2026Q3)
    .remedy = Use the name of the report on the command line and a period of the contract; list each file once.
delivery-unknown-report-file = the file { $file } is listed twice in one delivery
    .label = the second time
    .first = the first time
    .help = delete the duplicate; for PDF and HTML, check the extensions
delivery-unknown-report-period = { $period } is not a period of the contract
    .label = unknown period
    .help = write a quarter as 2026Q3, a year as 2026 (Y1 for years of service), and the whole term as term

demo-day = computed for the demonstration day { $day }, not for today
    .label = every run without another day is for this one
    .help = never mind in demonstration records (--as-of shows another day); delete demo from a real contract
    .summary = The contract file names a demonstration day, and everything is computed for it
    .why = Demonstration records tell of a fixed time. Computed for today, everything that nobody recorded since would be overdue or missing. In a real contract a demonstration day would stop every limit and reminder at that day.
    .example = demo in contract.yaml has as_of: 2026-11-23, and weibao check is run without --as-of
    .remedy = Keep it in demonstration records; delete demo where they became a real contract.

duplicate-id = { $what ->
        [clause] clause
        [metric] metric
        [inspection] inspection
        [period] period
        [finding] finding
        [person] person
        [year] year
        [asset] asset
        [ticket] ticket
        [visit] visit
        [escalation] case
        [survey] survey
        [survey-period] survey of
        [question] question
        [respondent] respondent
        [knowledge] knowledge entry
        [summary] summary
        [summary-period] summary of
        [delivery] delivery
        [request] request
        [measure] measure
       *[other] id
    } { $id } appears twice
    .label = the second time
    .first = first used here
    .help = { $what ->
        [period] a period has only one inspection record: merge the two and delete one file
        [year] a year has only one calendar: merge the two and delete one file
        [survey-period] a year has only one survey: merge the two and delete one file
        [summary-period] a year has only one summary: merge the two and delete one file
        [ticket] calls, e-mails and faxes share one series of ids: choose another id; if the same call was entered twice, delete one; a second call about the same fault has its own id and first_notice
       *[other] choose another id, or delete the duplicate; also change the records that refer to it
    }
    .summary = Two records have the same id
    .why = Reports and follow-ups refer to records by id. With a duplicate, nobody can tell which finding was closed or which tablespace is full.
    .example = A finding of 2026Q2 still has the id F-2026Q1-01
    .remedy = Give the later record an id that was never used.

duplicate-item = item { $clause } appears twice in one inspection
    .label = the second time
    .first = the first time
    .help = keep one; probably the clause was not changed after copying
    .summary = An inspection record contains the same item twice
    .why = Only one of the two verdicts can count, and often another item is missing as a result.
    .example = An item was copied and its clause was not changed: one number appears twice, another not at all
    .remedy = Correct the clause of one item, or merge the two.

duplicate-notice = { $record } has the same department, caller and subject as { $earlier }, within half an hour
    .label = probably the same problem
    .record = the one before
    .help = for a second call about the same fault, add first_notice: { $first } to { $record }; if one call was entered twice, delete one; for two different problems, make the subjects distinct
    .summary = The same person reported the same problem twice within half an hour, and the tickets are not linked
    .why = The time limit of a fault starts with its first notice. If both tickets are timed, volume and overruns are counted twice.
    .example = One person calls about 开票失败 at 09:03 and again at 09:20; the second ticket has no first_notice
    .remedy = Set first_notice in the later ticket to the earlier one; delete a ticket that was entered twice.

escalation-without-outcome = { $record } is solved, but does not say what was done
    .label = solved, but how?
    .clause = proved by this record
    .help = add action: what was changed, and where; if it is not solved, delete solved_at
    .summary = A case of the backend team is solved, but does not say what was done
    .why = These records prove the clauses about backend support: a fix needs its version, an optimisation needs figures from before and after, and software that cannot be optimised needs a proposal.
    .example = kind: 代码修复 with solved_at, but without version
    .remedy = Ask the developers and add it; if the case is not solved yet, delete solved_at.
escalation-without-outcome-figures = the optimisation { $record } is complete, but has no { $missing }
    .label = how much faster is it?
    .help = add { $missing }, measured for the same operation, such as “导出需240秒”; if the software cannot be optimised, write optimisable: 否 and add a proposal
escalation-without-outcome-proposal = { $record } says that the software cannot be optimised, but has no proposal
    .label = then a proposal is required
    .help = put the proposal below data/attachments/ and add proposal: attachments/…; if there is no proposal yet, delete solved_at; if the software can be optimised, write optimisable: 是
escalation-without-outcome-version = the fix { $record } is complete, but has no version
    .label = which version contains it?
    .help = add version, such as V3.2.7

evidence-missing = item { $clause } has no evidence
    .label = no attachment and no measured value
    .proof = required: { $proof }
    .help = put the file below data/attachments/ and add evidence: [attachments/…] to the item; write values read by hand under measured
    .summary = An item has a verdict, but lacks the evidence that the contract file requires
    .why = Evidence is checked item by item at acceptance. 正常 alone does not prove that anyone looked.
    .example = The item about logs is 正常, but no log statistics are attached
    .remedy = Add the original output or screenshot; for a clause about suggestions, name the findings in the result.
evidence-missing-not-applicable = item { $clause } is 不适用, but no written agreement is attached
    .label = this requires a written agreement
    .help = put the e-mail or minutes below data/attachments/ and name the file in the item's evidence

figure-contradicts-probe = the result gives { $figure } for { $object }, but the sample is { $value }
    .label = { $figure } differs from the sample
    .clause = evaluated by this clause
    .sample = sampled at { $at }
    .help = write the sampled value; if you mean another time or another basis, say so in the text
    .summary = A figure in the result differs from the sample that decides the verdict
    .why = The report prints both numbers side by side, and readers will ask which one is true.
    .example = The result says “EBILL_DATA为71.2%”, but the sample of that day is 74.86 %
    .remedy = Write the sampled value; it may be rounded or cut off.

file-missing = records refer to { $path }, but the file does not exist
    .label = used here
    .help = add { $path }; the README shows the format
    .summary = The list of people or the list of assets is missing
    .why = Without people, the report cannot print names; without assets, the limits of the contract apply to nothing.
    .example = There are inspection records, but no data/people.yaml
    .remedy = Add the file and list every id that the records use.

finding-without-follow-up = this inspection does not follow up { $id }, which is open
    .label = { $id } is not followed up
    .finding = raised in { $period }, not closed
    .help = add a follow-up: finding: { $id }, action, and status (关闭, 处理中 or 未处理)
    .summary = The next inspection does not mention an open finding
    .why = Auditors first check whether problems are followed up from one period to the next. A finding that is never mentioned again counts as never corrected.
    .example = F-2026Q1-01 is open, but the followups of 2026Q2 do not mention it
    .remedy = Report on every open finding in every inspection; write 未处理 where nothing was done.

follow-up-after-closing = { $id } was closed in { $closed }, but is followed up here
    .label = already closed
    .closed = closed here
    .help = delete this entry; if the problem came back, raise a new finding that names the old one
    .summary = A finding is followed up after it was closed
    .why = The report would contradict itself: the same finding would be both closed and in progress.
    .example = F-2026Q1-01 was closed in 2026Q2, but 2026Q3 says 处理中
    .remedy = If the problem came back, raise a new finding; if it was never solved, change the earlier status to 处理中.

future-record = { $day } is in the future
    .label = later than the cut-off date { $today }
    .help = check the year and the month; to compute for an earlier day, set the cut-off date with --as-of
    .summary = A record of a past event has a date after the cut-off date
    .why = An event that has not happened yet proves nothing. Usually the year is wrong, above all around New Year.
    .example = finished_at: 2027-06-10 in a record written in July 2026
    .remedy = Correct a wrong date. If you used --as-of for an earlier day, later records are still listed and you can ignore this warning.
future-record-several = { $count } records of this file are in the future, the first listed on { $day }
    .label = later than the cut-off date { $today }

hold-incomplete = the wait of { $record } has no { $missing ->
        [both] reason and no evidence file
       *[evidence] evidence file
    }; the clock runs on
    .label = without a file, the clock does not stop here
    .help = { $missing ->
        [both] add hold_reason (why the customer asked to wait) and hold_evidence (the written request of the customer, such as attachments/2026Q2/…); if there is no such file, delete every hold_ key
       *[evidence] add hold_evidence (the written request of the customer, such as attachments/2026Q2/…); if there is no such file, delete every hold_ key
    }
    .summary = The record of a wait that the customer asked for is incomplete, or the wait ends before it starts
    .why = Only a wait that the customer requested in writing stops the clock; without a document, the clock runs on. An incomplete entry makes readers believe that the wait was deducted.
    .example = hold_from and hold_reason without hold_evidence
    .remedy = Give start, end, reason and evidence (no end while the wait lasts); without evidence, delete them all.
hold-incomplete-from = { $record } has { $key }, but no start of the wait
    .label = without hold_from the clock runs on
    .help = add hold_from, the time when the customer asked to wait; if there was no wait, delete every hold_ key
hold-incomplete-order = the wait of { $record } ends at { $to }, which is not after its start at { $from }; the clock runs on
    .label = not after the start
    .earlier = the start
    .help = check the dates; write 4 pm as 16:00
hold-incomplete-reason = the wait of { $record } has no reason
    .label = why did the customer ask to wait?
    .help = add hold_reason: who asked, and why, such as “财务科要求月结后再处理”

item-missing = this inspection lacks { $count ->
        [one] item
       *[other] { $count } items:
    } { $clauses }
    .label = { $clauses } missing here
    .clause = a clause to inspect
    .help = add clause, verdict and result for each; for an item that was not inspected, write 未检 with a reason
    .summary = An item that the contract requires is missing from the inspection
    .why = The contract sets what is inspected and how often. A missing item has no evidence for that period.
    .example = The contract requires nine items, but the record of 2026Q2 lists eight
    .remedy = Add the item; if it was not inspected, write 未检.

item-not-listed = the contract file has no item { $clause }
    .label = unknown item
    .help = correct the number and put it in quotes ("1.10" without quotes becomes 1.1); the items to inspect are: { $known }
    .summary = An inspection contains an item that the contract does not require
    .why = A result without a clause does not reach the acceptance table, and the item that was meant stays empty.
    .example = clause: "9.99", which is not in the contract file; or clause: 9.10 without quotes, which is read as 9.1
    .remedy = Write the number as it is in the contract file; if the contract does have the item, add it to clauses in contract.yaml first.
item-not-listed-other-evidence = the evidence of clause { $clause } is not inspection records, but { $evidence }
    .label = not an inspection item
    .clause = evidence: { $evidence }
    .help = delete it from items; the items to inspect are: { $known }

knowledge-name = the id { $id } differs from the file name { $stem }
    .label = the file name is { $stem }
    .help = make them the same: change it here, or rename the file to { $id }.md; tickets refer to the id
    .summary = The id of a knowledge entry differs from its file name, or its node is not a valid path
    .why = The list of frequent questions is ordered by node and searched by id. If the names differ, readers find the file but not the entry.
    .example = id: K21 in K12.md; node: 票据开具//开票失败
    .remedy = Give the id and the file the same name. Separate the levels of a node by “/”: three at most, each with a name.
knowledge-name-deep = the node “{ $node }” has { $levels } levels; the maximum is { $deepest }
    .label = too many levels
    .help = reduce it to { $deepest }, such as “票据开具/开票失败”; put finer distinctions into question and keywords
knowledge-name-empty-step = a level of the node “{ $node }” has no name
    .label = every level needs a name
    .help = delete the extra “/” or name the level, as in “票据开具/开票失败”

knowledge-orphan = no ticket refers to the entry { $record }
    .label = nobody asked this
    .help = if somebody did, add knowledge: { $record } to that ticket; an entry that was written in advance may stay as it is
    .summary = No ticket refers to an entry of the knowledge tree
    .why = The list of frequent questions counts how often each question was asked. An entry without a ticket shows 0, usually because the agent did not fill in the entry.
    .example = K31 exists, but no ticket has knowledge: K31
    .remedy = Look through recent tickets and add the entry where its answer was given; if nobody asked, it may stay.

late-without-reason = { $record } missed a time limit ({ $duties }) and gives no reason
    .label = due by { $deadline }; a reason is required
    .clause = this limit was missed
    .help = add late_reason: why it was late and what was done about it; if it was not late, correct the wrong time
    .summary = A ticket missed a time limit and gives no reason
    .why = The report lists every overrun with its reason. The hospital will ask about an empty cell at acceptance.
    .example = Received 09:03, responded 10:20, late_reason empty
    .remedy = Write what happened; if the customer asked in writing to wait, fill in hold_from, hold_to, hold_reason and hold_evidence.

limit-incoherent = a limit of clause { $clause } has no bound
    .label = no below, at_most or at_least
    .help = add one of below, at_most and at_least; for a recommendation as well, with source: 建议值
    .summary = A limit cannot be evaluated, or gives the same verdict for every value
    .why = weibao evaluates the limits of the contract by this entry. With a wrong limit, a full tablespace looks 正常.
    .example = metric and advise without below
    .remedy = Give each limit one bound; advise must be reached before it.
limit-incoherent-two-bounds = a limit of clause { $clause } has both below and at_most
    .label = only one upper bound is allowed
    .help = keep below for 少于 and 低于, at_most for 不超过 and 以内
limit-incoherent-nothing-fits = no value satisfies the limit of clause { $clause }
    .label = the lower bound
    .help = compare at_least with below or at_most
limit-incoherent-advise-beyond = the advisory line { $line } of clause { $clause } is not before the bound
    .label = here the limit is already missed
    .help = the advisory line must be reached before the bound, such as below: 90 with advise: 80
limit-incoherent-not-inspected = the evidence of clause { $clause } is { $evidence }, so its limit is never evaluated
    .label = only clauses with inspection records have limits
    .help = move the limit to a clause whose evidence is inspection records, or change evidence to 巡检记录

metric-incoherent = the minimum of { $metric } is not below its maximum
    .label = no value can be between them
    .help = compare minimum and maximum
    .summary = The definition of a metric contradicts itself
    .why = If minimum and maximum are swapped, every sample is left out. If total or used is missing, a usage cannot be verified.
    .example = minimum: 100 and maximum: 0; total without used
    .remedy = Correct the metric in contract.yaml.
metric-incoherent-half = { $metric } has no { $missing }, so its usage cannot be verified
    .label = total and used go together
    .help = add { $missing }, or delete the other one
metric-incoherent-other-object = { $metric } and { $part } are metrics of different objects
    .label = not a metric of { $kind }
    .help = name a metric of { $kind }

missing-attachment = there is no file { $path }
    .label = not found
    .help = put the file at data/{ $path } and commit it; paths start below data, such as attachments/2026Q2/df.txt, and are case-sensitive
    .summary = A record refers to a file or picture that does not exist
    .why = The report lists the file as an attachment. If it cannot be shown at acceptance, the item has no evidence; a missing picture in an answer is not displayed.
    .example = evidence: [attachments/2026Q2/df.txt], but the file is named DF.txt
    .remedy = Add the file or correct the path; if the file is lost, delete the reference and say so in the result.
missing-attachment-outside = there is no file { $path }
    .label = not a file in data/attachments/
    .help = put the file into data/attachments/, commit it, and write its path, such as attachments/2026Q2/df.txt
missing-attachment-similar = there is no file { $path }; did you mean { $meant }?
    .label = { $meant }?
    .help = change it to { $meant }; paths start inside data (without data/), use “/”, and are case-sensitive

notice-chain = { $record } names itself as the first notice
    .label = { $first } is this ticket itself
    .help = if this is the first notice, delete first_notice; otherwise name the first one
    .summary = A later notice does not refer directly to the first notice of its fault
    .why = The time limit of a fault starts with its first notice, and later notices are not timed. If they refer to the wrong one, no ticket of the fault is timed, and weibao cannot detect an overrun.
    .example = T-03 has first_notice: T-02, and T-02 has first_notice: T-01
    .remedy = Refer to the earliest notice in every later one; the earliest has no first_notice.
notice-chain-chain = { $record } names { $first }, which itself names { $next }
    .label = { $first } is not a first notice
    .record = it names { $next }
    .help = name the earliest one, probably first_notice: { $next }
notice-chain-circle = { $record } and { $first } name each other
    .label = so both are later notices
    .record = { $first } names { $record }
    .help = the one received first is the first notice: delete first_notice here
notice-chain-later = { $record } names { $first }, which was received only at { $at }
    .label = later than this one
    .record = when it was received
    .help = swap them: delete first_notice here and add first_notice: { $record } to { $first }; or correct received_at

onsite-without-visit = { $record } was resolved on site, but there is no visit for it
    .label = no visit names { $record }
    .clause = arrival is proved by a visit
    .help = add a visit in data/visits/: id, purpose: 现场服务, ticket: { $record }, engineers, arrived_at, work; if nobody went there, correct resolution
    .summary = A ticket was resolved on site, but there is no visit record
    .why = The service sheet is the proof of the time of arrival. Without it, arrival is not proved and counts as missed.
    .example = resolution: 现场, but no visit in data/visits/ has this ticket
    .remedy = Add the visit with a scan of the signed sheet; a visit for several notices of a fault names the first of them.

outside-term = the inspection ended on { $day }, but { $period } begins on { $from }
    .label = before its period
    .help = check the date, or give the record the period (and file name) to which it belongs
    .summary = A date is outside the period under which it is filed
    .why = Last quarter's inspection does not count for this quarter, and last quarter's samples prove nothing about this quarter.
    .example = finished_at: 2026-03-19 in 2026Q2.yaml
    .remedy = Correct the date, or move the record to its real period.
outside-term-sample = a sample of { $day } is in the folder { $folder }
    .label = { $folder } covers { $from } to { $to }
    .help = move such rows to the folder of their period; probably the script did not change folders
outside-term-folder = “{ $folder }” is not a period of the contract, so it cannot hold samples
    .help = samples go to data/probes/PERIOD/, such as data/probes/2026Q2/
outside-term-record = { $day } is outside the contract term
    .label = the term is { $from } to { $to }
    .help = check the year and the month; work outside the term does not belong to this contract: move it out of data; if the contract was extended, change term in contract.yaml

parts-disagree = the usage { $share } % of { $object } does not match { $used } of { $total }, which gives { $computed } %
    .label = the usage on { $day }
    .total = the total
    .used = the part in use
    .help = check the probe script: all three must come from the same object on the same basis (allocated or maximum size). They differ on { $days } days
    .summary = A usage does not agree with the used and the total amount
    .why = The report prints all three in one row. At least one of them is wrong, and a verdict that relies on it is not reliable either.
    .example = 85.44 GB of 120 GB are used, but the usage is 60 %
    .remedy = Correct the script and export these days again; measure as space_basis in contract.yaml says.
parts-disagree-too-large = the used amount { $used } of { $object } is larger than its total { $total }
    .label = the used amount on { $day }
    .total = the total
    .help = check the units (GB, MB) and the object in the probe script. They differ on { $days } days

period-mismatch = the period { $period } differs from the file name { $stem }
    .label = the file name is { $stem }
    .help = make them the same: change it here, or rename the file to { $period }.yaml
    .summary = The period of a record differs from its file name, or is not a period of the contract
    .why = With a wrong period, one quarter lacks its evidence and another has it twice.
    .example = 2026Q1.yaml was copied to 2026Q2.yaml, but period is still 2026Q1
    .remedy = Correct the period or the file name; term and periods in contract.yaml set the names of the periods.
period-mismatch-unknown = { $period } is not an inspection period of the contract
    .label = unknown period
    .help = use one of { $known }; if the term or the quarters are wrong, correct term and periods in contract.yaml
period-mismatch-not-owed = { $period } is not a year of the contract, so it cannot be the year of { $evidence }
    .label = unknown year
    .help = use one of { $known }; if the term or the years are wrong, correct term and periods in contract.yaml
period-mismatch-misfiled = the file { $stem } holds { $count ->
        [one] a record
       *[other] { $count } records
    } received at other times: { $ids }
    .label = received on { $day }
    .help = move them to the file of their month or quarter, or correct the date. Figures go by the receipt, not by the file's name
period-mismatch-year = the year { $period } differs from the file name { $stem }
    .label = the file name is { $stem }
    .help = make them the same: change it here, or rename the file to { $period }.yaml

personal-id-number = the text contains the identity number { $masked }
    .label = contains an identity number
    .help = delete it, and name a ticket or bill instead; if it was committed, the project manager decides whether to clean the git history
    .summary = A text contains the number of a citizen's identity card
    .why = The Personal Information Protection Law gives it strict protection, and neither records nor reports need it.
    .example = A result that identifies a patient by identity number
    .remedy = Delete or rewrite it, and mask it in screenshots. Bill codes of 18 digits do not pass the check digit and are not reported.

phone-number-in-text = the text contains the mobile number { $masked }
    .label = contains a mobile number
    .help = delete it; a name or a function is enough. Write the number of a caller under phone and the numbers of other people in people.yaml; weibao masks both when it prints them
    .summary = A text contains a mobile phone number
    .why = Numbers in people.yaml and under phone are masked; a number in a text is printed as it is.
    .example = An action that contains the mobile number of a clerk
    .remedy = Write “called the IT department” without the number.

placeholder-left = the text still contains “{ $mark }”
    .label = not filled in yet
    .help = write the content; if there is none, delete the whole line of an optional key
    .summary = A draft still contains a placeholder
    .why = The report would print it as it is, and the hospital would sign and file it.
    .example = conclusion: TODO
    .remedy = Replace each one; search for TODO, 待填写 and 待补充.

probe-for-unknown-asset = { $asset } is not in the list of assets, but has { $samples } samples
    .label = unknown asset
    .help = add { $asset } to assets.yaml, or correct the probe script; known assets: { $known }
    .summary = The asset or object of a sample is not in the list of assets
    .why = Such samples are not evaluated: a new tablespace could fill up, and the report would not show it.
    .example = The script writes db-1, but assets.yaml has db1
    .remedy = Add new assets to assets.yaml; when a name changes, change the list and the script together.
probe-for-unknown-asset-kind = { $asset } is not of the kind { $kind }, so { $samples } samples of { $metric } match nothing
    .label = the metric does not fit the asset
    .help = { $metric } is only for { $kind }: correct the asset or the metric in the script; known assets: { $known }
probe-for-unknown-asset-object = { $asset } has no { $kind } “{ $object }”, but there are { $samples } samples of it
    .label = unknown object
    .help = add “{ $object }” to { $asset } in assets.yaml, or correct the probe script; known objects: { $known }

reason-missing = item { $clause } is { $verdict } without a reason
    .label = a reason is required
    .help = add a reason, such as “the hospital did not approve a maintenance window; agreed to inspect in July”
    .summary = An item is 未检 or 不适用 without a reason
    .why = The hospital must accept 未检, and both parties must agree on 不适用. Without a reason, the item counts as not fulfilled at acceptance.
    .example = verdict: 未检 without a reason
    .remedy = Write the reason and the new date; attach the written agreement for 不适用.

result-missing = item { $clause } is { $verdict } without a result
    .label = a verdict without a result
    .help = add a result: what was checked, the values, and the comparison with the quarter before
    .summary = An item has a verdict but no result
    .why = The result column of the report would be empty, and no hospital signs a verdict without facts.
    .example = verdict: 正常 without a result
    .remedy = Write what was found, with values where there are any.

revisit-incomplete = the revisit { $record } has no { $missing }
    .label = a revisit needs { $missing }
    .clause = the evidence is revisit records
    .help = add period (the year, such as 2026 or Y1), method (现场, 电话 or 视频) and interviews (department, suggestion and impression of each person; in YAML only); if it was not a revisit, change purpose to 现场服务
    .summary = A revisit is incomplete, or an on-site visit contains keys of a revisit
    .why = A revisit collects the users' suggestions and impressions for one year. Without the year and the interviews, it proves no year at all.
    .example = purpose: 回访 without interviews
    .remedy = Add the year, the method and what each person said; a visit to repair a fault has purpose: 现场服务.
revisit-incomplete-on-site = the on-site visit { $record } has { $key }, which belongs to revisits
    .label = { $key } is not for on-site visits
    .purpose = the purpose
    .help = if it was a revisit, change purpose to 回访; otherwise move { $key } to the record of the revisit

sla-incoherent = the working hours start at { $from }, which is not before their end at { $to }
    .label = no time is within them
    .help = write window: ["09:00", "18:00"], start first
    .summary = Time limits, calendar rules or clocks of clauses contradict each other
    .why = Every time limit of the contract is computed from sla, calendar and clauses in contract.yaml. If they are wrong, the verdict on every ticket is wrong.
    .example = window: ["18:00", "09:00"]; a shorter limit for ordinary problems than for urgent ones; two clauses with clock: 响应
    .remedy = Correct contract.yaml by the text of the contract; leave out what was not agreed, and the defaults apply.
sla-incoherent-answers = { $unit ->
        [hours] the limit for ordinary problems ({ $normal } hours) is shorter than for urgent ones ({ $urgent } hours)
       *[minutes] the limit for ordinary problems ({ $normal } minutes) is shorter than for urgent ones ({ $urgent } minutes)
    }
    .label = the limit for ordinary problems
    .help = check urgent_hours and normal_hours (or urgent_minutes and normal_minutes), probably swapped; minutes take precedence over hours
sla-incoherent-clock = clause { $clause } has the clock “{ $clock }”, but its evidence is { $evidence }
    .label = this is never timed
    .evidence = the kind of evidence
    .help = for response and answer, write evidence: 服务记录; for arrival, 现场服务单; if the clause has no time limit, delete clock
sla-incoherent-counts = clause { $clause } has a clock, so counts has no effect
    .label = not used
    .clock = the clock
    .help = a clause with a clock selects its tickets by the clock: delete counts; if there is no time limit, delete clock
sla-incoherent-day = { $day } is both an extra holiday and an extra workday
    .label = a workday here
    .holiday = a holiday here
    .help = keep the right one and delete the other
sla-incoherent-long = { $key } equals { $hours } hours, more than a year ({ $longest } hours)
    .label = too long
    .help = check the unit: _hours are hours, _minutes are minutes
sla-incoherent-twice = clauses { $clause } and { $first } have the same clock “{ $clock }” for the same channels
    .label = tickets would be counted twice
    .first = the first one
    .help = if the contract separates them by channel, use channels; if both clauses describe one promise, keep one clock
sla-incoherent-useless = the evidence of clause { $clause } is { $evidence }, so { $key } has no effect
    .label = not used
    .evidence = the kind of evidence
    .help = delete { $key } or correct evidence: channels is for 服务记录, 服务渠道, 值班安排 and clauses with a clock; counts is for 服务记录 without a clock; escalation is for 后端支持记录

survey-by-the-engineer-who-served = the surveyor { $person } { $visits ->
        [0] took { $tickets } tickets
       *[other] { $tickets ->
            [0] made { $visits } visits on site
           *[other] took { $tickets } tickets and made { $visits } visits on site
        }
    } in { $period }
    .label = a surveyor must not have provided the service
    .served = one of them
    .clause = the evidence is the survey
    .help = let someone who did not provide the service repeat the survey; if a record is wrong, correct surveyors, or the agent of that ticket, or the engineers of that visit
    .summary = A person who provided the service conducts the survey
    .why = Nobody answers “are you satisfied with me?” honestly. The survey is used for improvement and acceptance, so its interviewers must not be those who served.
    .example = The hotline agent miaoqingdai is also a surveyor of 2026
    .remedy = Let someone who neither takes calls nor visits conduct the survey; if it was already made, note the reason and repeat it.

survey-incomplete = { $respondent } is 完成, but has no answer
    .label = complete without answers
    .help = add answers, such as answers: {"{"} Q1: 满意 {"}"}; if the interview did not take place, correct outcome
    .summary = The calls, outcomes and answers of a survey do not agree
    .why = The satisfaction report prints the list, the calls, the response rate and the scores. One contradiction makes all rates unreliable.
    .example = outcome: 完成 without answers; outcome: 拒访, although the last call was 未接通
    .remedy = Check the calls person by person; call people who were not reached three times, at different times.
survey-incomplete-few-attempts = { $respondent } was not reached after { $calls ->
        [one] one call
       *[other] { $calls } calls
    }
    .label = at least { $least } calls at different times are required
    .help = call again and add attempts; if calls were made and not recorded, add them
survey-incomplete-last-attempt = { $respondent } is { $outcome }, but the outcome of the last call is { $told }
    .label = differs from the last call
    .attempt = the last call
    .help = make them the same; list the calls by time, the last one at the end
survey-incomplete-no-attempts = { $respondent } is 完成, but there is no call
    .label = complete without a call
    .help = add attempts with time and outcome; if the survey was not made by telephone, correct method
survey-incomplete-overall = { $question } is an overall question, but { $first } already is one
    .label = only one is allowed
    .first = the first one
    .help = keep one; change kind of the others to 评分 or 开放
survey-incomplete-pending = the survey was finished on { $day }, but { $respondent } is still 待访
    .label = finished, but this person was not asked
    .finished = finished here
    .help = write the final outcome: 完成, 拒访, 未接通, 空号, 已离岗 or 未使用; if the survey is still running, delete finished_on

survey-rules-incoherent = “{ $word }” scores { $score }, which is not below the { $limit } of “{ $above }” before it
    .label = the scale must run from best to worst
    .help = list the levels from best to worst with falling scores, such as 100, 80, 60, 40, 20
    .summary = The scale or the weights of a survey contradict themselves
    .why = Rates and scores are computed from the scale. With a wrong scale, the same answers give a different result.
    .example = 满意 and 一般 both score 80; 一般 is both satisfied and negative; the weights add up to 95
    .remedy = Correct survey in contract.yaml, or weight in the questionnaire of that year.
survey-rules-incoherent-both = “{ $word }” counts both as satisfied and as negative
    .label = only one is allowed
    .help = keep satisfied or negative; a middle level has neither
survey-rules-incoherent-twice = “{ $word }” appears twice in the scale
    .label = the second time
    .first = the first time
    .help = correct the word, or delete a level
survey-rules-incoherent-unknown = “{ $word }”, the word for no opinion, is also a level of the scale
    .label = a word cannot be both scored and not scored
    .help = choose another, such as unknown: 不了解
survey-rules-incoherent-weights-some = { $questions } have no weight, but other rated questions do
    .label = no weight
    .weight = this one has a weight
    .help = give every rated question a weight, 100 in total; for equal weights, leave them all out. Overall and open questions have none
survey-rules-incoherent-weights-sum = the weights of the rated questions add up to { $sum }
    .label = must be 100 (or 1)
    .help = change the weights so that all rated questions add up to 100; overall and open questions do not count

survey-scale = the answer “{ $word }” of { $respondent } to { $question } is not in the scale
    .label = not a word of the scale
    .help = use one of: { $words }; the person's own words belong under comments
    .summary = An answer of a survey cannot be counted
    .why = The rates count the words of the scale. Another word, or a word under the wrong question, is not counted at all.
    .example = Q1: 比较满意 among the answers, but the scale has no such word
    .remedy = Answer rated questions with words of the scale and open questions under comments; use the ids of questions.
survey-scale-open = { $question } is an open question, but { $respondent } has it among the answers
    .label = open questions do not belong here
    .help = move it to comments, in the person's own words
survey-scale-question = there is no question { $question }, but { $respondent } has an answer to it
    .label = unknown question
    .help = correct the id; the questionnaire has: { $known }
survey-scale-rated = { $question } is a rated question, but { $respondent } has a comment under it
    .label = rated questions have no comments
    .help = the word of the scale belongs under answers; move the person's own words to an open question under comments

text-missing = { $key } is empty
    .label = nothing here
    .help = write the text; reports print it
    .summary = A text that the report prints is empty
    .why = An empty conclusion, problem or name leaves a gap in a report that is signed and filed.
    .example = conclusion: ""
    .remedy = Write the text.

ticket-without-outcome = { $record } was closed at { $at }, but gives neither a resolution nor an answer
    .label = closed, but how?
    .help = add resolution (电话, 远程, 现场 or 研发) and answer; if it is not finished, delete closed_at
    .summary = A ticket is closed or solved, but has no outcome
    .why = The report prints for each ticket how it was solved and what was answered. An empty row does not prove that the problem was solved.
    .example = closed_at: 2026-05-06 14:00 without resolution
    .remedy = Add the outcome from the notes of that time; a later notice with first_notice needs none, because the first one has it.
ticket-without-outcome-answer = { $record } was closed at { $at }, but has no answer
    .label = closed without an answer
    .help = add answer in a sentence or two: the cause, and what was done; if it is not finished, delete closed_at
ticket-without-outcome-instant = { $record } was answered at once, but has no time of the answer
    .label = an instant answer needs a time too
    .help = add answered_at, within the same call; if it was answered later, change instant to 否
ticket-without-outcome-resolution = { $record } was closed at { $at }, but has no resolution
    .label = closed, but how?
    .help = add resolution: 电话, 远程, 现场 or 研发; if it is not finished, delete closed_at
ticket-without-outcome-settled = { $record } was answered or solved at { $at }, a month ago, but has no resolution
    .label = finished long ago
    .help = add resolution: 电话, 远程, 现场 or 研发; if it is finished, add closed_at as well

time-order = it ended at { $after }, before it began at { $before }
    .label = before the start
    .earlier = the start
    .help = check the date, and morning or afternoon (4 pm is 16:00)
    .summary = Two dates are in the wrong order
    .why = A negative duration, or a finding that is due before it was raised, shows every reader that the record is wrong.
    .example = started_at: 2026-06-10 09:00 and finished_at: 2026-06-10 04:40
    .remedy = Compare the original notes and correct one of the two.
time-order-term = the term ends on { $after }, before it begins on { $before }
    .label = before the first day
    .earlier = the first day
    .help = correct the term from the contract; without it, there is no period at all
time-order-due = due on { $after }, before the problem was found on { $before }
    .label = due before it was found
    .earlier = the inspection began
    .help = check the year and the month of due
time-order-revision = version { $version } has the date { $after }, before { $before }
    .label = before the previous date
    .earlier = the previous date
    .help = a report is written after the inspection, and versions are listed by date: correct the date or the order
time-order-follow-up = the inspection of { $after } follows up { $id }, which was only raised on { $before }
    .label = not raised yet
    .earlier = raised here
    .help = correct the number, or move it to the followups of a later inspection

time-order-closed-early = { $id } was closed on { $day }, before it was found on { $before }
    .label = closed before it was found
    .earlier = the inspection began
    .help = check the year and the month of closed_on
time-order-closed-late = { $id } was closed on { $day }, after the end of the inspection that records it ({ $after })
    .label = in the future when this was written
    .earlier = the inspection ended
    .help = check the date; if it was open then, write 处理中 and close it in the next inspection
time-order-days = the { $second } ({ $after }) is before the { $first } ({ $before })
    .label = before the { $first }
    .earlier = the { $first }
    .help = check the year, the month and the day
time-order-moments = the { $second } ({ $after }) is before the { $first } ({ $before })
    .label = before the { $first }
    .earlier = the { $first }
    .help = check the date, and morning or afternoon (4 pm is 16:00); a time without seconds means :00, so write seconds in both or in neither
time-order-before-receipt = the { $second } ({ $after }) is before the { $first } of { $ticket } ({ $before })
    .label = { $ticket } was not received yet
    .earlier = { $ticket } was received here
    .help = check the date, or correct the number of the ticket
time-order-after-end = the { $second } ({ $after }) is after the { $first } of the survey ({ $before })
    .label = the survey was over
    .earlier = the { $first }
    .help = check the date; if the survey is still running, correct or delete finished_on

typical-without-knowledge = { $record } is typical, but names no knowledge entry
    .label = a typical problem needs its answer
    .clause = typical problems need answers
    .help = add knowledge: the id of an entry (such as K12); if there is none, write one in data/knowledge/; if the problem is not typical, change typical to 否
    .summary = A ticket is marked as typical, but names no entry of the knowledge tree
    .why = A typical problem needs a written answer, so that the next caller gets it at once. Without the answer, a promise to collect typical problems is only half fulfilled.
    .example = typical: 是 with an empty knowledge
    .remedy = Write the question and its answer as a knowledge entry, and put its id into the ticket.

unit-mismatch = the unit of { $metric } is “{ $expected }”, but { $samples } samples have “{ $unit }”
    .label = another unit: not evaluated
    .help = correct unit and values in the probe script; to change the unit, change the limits in contract.yaml as well
    .summary = Samples have another unit than their metric
    .why = Values in another unit cannot be compared with the limit. If 0.83 is taken for 83 %, an exceeded limit looks 正常.
    .example = The unit of tablespace.used_pct is “percent”
    .remedy = Let the script write the unit of the metric in contract.yaml, and export again.
unit-mismatch-none = the unit of { $metric } is “{ $expected }”, but { $samples } samples have no unit
    .label = no unit: not evaluated
    .help = write “{ $expected }” in the column unit; if the metric has no unit, delete unit in contract.yaml

unknown-metric = the contract file has no metric { $metric }, but there are { $samples } samples of it
    .label = unknown metric
    .help = add it to metrics in contract.yaml, or correct the probe script; known metrics: { $known }
    .summary = The metric of a sample is not listed
    .why = Such samples are not evaluated. Usually the name is misspelt, and the metric that was meant has no values.
    .example = tablespace.used instead of tablespace.used_pct
    .remedy = Correct the script; list a new metric with title, object and unit in contract.yaml.

unknown-reference = { $what ->
        [person] the list of people has no { $id }
        [clause] the contract file has no clause { $id }
        [finding] there is no finding { $id }
        [metric] the contract file has no metric { $id }
        [asset] the list of assets has no { $id } of this kind
        [object] the asset has no “{ $id }”
        [part] { $id } is given without its part
        [code] there is no deviation with the code { $id }
        [ticket] there is no ticket { $id }
        [escalation] there is no case { $id } of the backend team
        [knowledge] there is no knowledge entry { $id }
        [record] there is no record { $id }
       *[other] there is no { $id }
    }
    .label = { $what ->
        [person] unknown person
        [clause] unknown clause
        [finding] unknown finding
        [metric] unknown metric
        [asset] unknown asset
        [object] unknown object
        [part] which part?
        [code] cannot be acknowledged
        [ticket] unknown ticket
        [escalation] unknown case
        [knowledge] unknown entry
        [record] unknown record
       *[other] unknown id
    }
    .help = { $what ->
        [person] write the id from people.yaml, not the name; list new people first. Known ids: { $known }
        [clause] correct the number and put it in quotes; known clauses: { $known }
        [finding] correct the id; raised so far: { $known }
        [part] add object, one of: { $known }
        [code] only deviations can be acknowledged, data errors must be corrected; possible codes: { $known }
        [ticket] correct the id; similar ids: { $known }
        [escalation] correct the id, or add the case first; similar ids: { $known }
        [knowledge] correct the id, or write the entry first; similar ids: { $known }
        [record] write the id of a ticket, visit, case, inspection or finding; similar ids: { $known }
       *[other] correct the id, or list it first; known ids: { $known }
    }
    .summary = A record refers to a person, clause, finding, other record, metric, asset or check that does not exist
    .why = The report cannot print the name, clause or finding, and the chain of evidence breaks.
    .example = inspectors: [骆闻笙], although the id is luowensheng
    .remedy = Correct the id; list a new one in people.yaml, contract.yaml or assets.yaml first.

unprintable-character = the text contains { $character } ({ $code }), which the fonts of the report lack
    .label = contains { $code }
    .help = use an ordinary character: words for emoji, the common form of a rare character; delete invisible characters
    .summary = A text contains a character that the fonts of the report lack
    .why = PDF/A, the format for archives, does not allow missing characters, so that the whole report would fail.
    .example = An emoji in a result; a zero-width space copied from a web page
    .remedy = Find the character by its code and replace it; if the name of a person needs it, ask the project manager to add a font.

unused-acknowledgement = this acknowledgement matches no deviation: { $code }, { $record }
    .label = there is no such deviation
    .help = if the deviation is gone, delete it; otherwise copy record from weibao check --format json
    .summary = An acknowledgement matches no deviation
    .why = An outdated acknowledgement would hide the next deviation of the same name.
    .example = The item has been inspected since, but its acknowledgement is still listed
    .remedy = Delete it, or correct code and record.

unused-attachment = no record refers to the attachment { $path }
    .help = name { $path } in the evidence of the item or record that it proves, or delete the file
    .summary = No record refers to a file among the attachments
    .why = The file appears in no report, so the evidence is as good as lost; or it was committed by mistake.
    .example = A screenshot in data/attachments/2026Q2/ that no item lists as evidence
    .remedy = Refer to the file, or delete it.

urgent-unknown = { $record } does not say whether work is affected, and is timed as urgent
    .label = nobody asked: timed as urgent
    .clause = evaluated by this limit
    .help = ask the caller and write affects_business: 是 or 否; if nobody knows, it stays urgent
    .summary = Nobody asked whether work is affected, so the ticket is timed as urgent
    .why = Problems that affect work usually have a shorter limit for the answer. If nobody asks, the limit for urgent problems applies and may be missed for no reason.
    .example = affects_business: 未知, or an empty cell
    .remedy = Ask during the call whether work can go on, and record the answer; if you ask later, record how it was at the time of the call.
urgent-unknown-both = { $record } affects work, but does not say whether it is urgent; it is timed as urgent
    .label = nobody asked whether it is urgent
    .help = ask the caller and write urgent: 是 or 否; by the contract file, a problem is urgent if both are true

verdict-contradicts-probe = item { $clause } is { $verdict }, but { $object } is at { $value }: it should be { $owed }
    .label = should be { $owed }
    .clause = { $source ->
        [contract] contract limit { $limit }
        [agreed] agreed limit { $limit }
       *[advisory] advisory line { $limit }
    }
    .sample = sampled at { $at }
    .help = change the verdict to { $owed } and add a finding with a suggestion; if the sample is wrong, correct it
    .summary = A verdict is milder than the samples show, or harsher without a reason
    .why = A limit applies to every object: if one object misses it, the item is 异常. Nobody can sign a report whose verdict contradicts its values.
    .example = The verdict is 正常, but EBILL_DATA was over its limit on that day
    .remedy = Make the verdict agree with the values: 异常 where a limit of the contract is missed, 关注 where an advisory line is crossed.
verdict-contradicts-probe-harsher = item { $clause } is { $verdict }, but all values are within the limits and there is no finding
    .label = why { $verdict }?
    .clause = by this clause, every value is within the limit
    .help = describe the problem in a finding; if the verdict is wrong, change it to { $owed }

visit-without-signature = the visit { $record } has neither a signer nor a date of signature
    .label = not signed
    .clause = the signed service sheet proves the arrival
    .help = add signed_by (id or name of the signer) and signed_on; if nobody signed at the time, ask for a signature now and write today's date
    .summary = The hospital did not sign the sheet of a visit
    .why = The sheet that the department signed is the proof of the time of arrival. Without a signature, it is only the vendor's word.
    .example = arrived_at: 2026-05-06 12:40 with an empty signed_by
    .remedy = Ask the department to sign before you leave; collect missing signatures later, and file the scan.
visit-without-signature-by = the visit { $record } has a date of signature, but no signer
    .label = signed by whom?
    .help = add signed_by: the id in people.yaml, or the name of a person who is not listed
visit-without-signature-on = the visit { $record } has a signer, but no date of signature
    .label = signed when?
    .help = add signed_on, the date on the service sheet

## Deviations

advisory-reached = { $metric } of { $object } is at { $value }, beyond the advisory line
    .label = { $object } of { $asset }
    .clause = advisory line { $limit }, not a contract limit
    .sample = sampled at { $at }
    .help = the contract is met, but act early; the warning ends when its findings are closed in followups. If the hospital agrees to wait, acknowledge it: code: advisory-reached, record: { $record }
    .summary = A measured value has crossed the advisory line
    .why = The advisory line is a recommendation and comes before the limit of the contract. At the limit, it is often too late to add space.
    .example = EBILL_DATA at 71.40 % with an advisory line of 70 %
    .remedy = Suggest more space or archiving, and follow it up until it is closed.

answer-late = { $id } was answered at { $stop }, { $overrun } after its time limit{ $explained ->
        [yes] { " " }({ $reason })
       *[no] { "" }
    }
    .label = { $by ->
        [interim] the progress report counts as the answer; due by { $deadline }, counted from { $start }
       *[answer] due by { $deadline }, counted from { $start }
    }
    .clause = { $duty ->
        [urgent-answer] it affects work: answer within { $limit }
       *[normal-answer] it does not affect work: answer within { $limit }
    }
    .help = if answered_at is wrong, correct it from the original notes; otherwise write the cause under late_reason, the report lists it anyway. If agreed with the hospital, acknowledge it: code: answer-late, record: { $record }
    .summary = A problem that could not be answered at once was answered after its time limit
    .why = The contract sets a time limit for such answers. A solution or a dated plan is an answer; a progress report is not, unless both parties agreed on it.
    .example = A question due by Wednesday 09:10 was answered at 09:51, 41 minutes late
    .remedy = Keep the real time and fill in late_reason; next time, give a dated plan before the limit.

arrival-late = { $by ->
        [remote] { $id } was solved remotely at { $stop } without a visit
       *[arrival] the engineer for { $id } arrived at { $stop }
    }, { $overrun } after its time limit{ $explained ->
        [yes] { " " }({ $reason })
       *[no] { "" }
    }
    .label = due by { $deadline }, counted from { $start }
    .clause = by this clause, arrival within { $limit }
    .help = if arrived_at (or remote_resolved_at) is wrong, correct it from the signed service sheet; otherwise write the cause under late_reason of the ticket, the report lists it anyway. If agreed with the hospital, acknowledge it: code: arrival-late, record: { $record }
    .summary = Phone and remote work did not solve a fault, and the engineer arrived after the time limit
    .why = If phone and remote work do not solve a fault, an engineer must arrive within the time limit. A fault solved remotely within the limit needs no visit; solved later, it is still late.
    .example = Arrival was due by Saturday 17:30, and the engineer arrived at 18:20
    .remedy = Keep the real time and fill in late_reason; send someone early when remote work does not help.

asset-not-probed = the inspection has no value for { $metric } of { $object }
    .label = no value for { $object } of { $asset }
    .clause = every object must be inspected, limit { $limit }
    .help = add the samples from before { $before }; if there are none, write the values read by hand under measured; delete objects that are no longer in use from assets.yaml. If the hospital agrees, acknowledge it: code: asset-not-probed, record: { $record }
    .summary = An object that has a limit has no value at an inspection
    .why = A limit applies to every listed object. If one is not measured, the item was not fully inspected.
    .example = EBILL_LOB is listed, but the script does not sample it
    .remedy = Let the script sample every listed object; for this period, add values read by hand.

channel-closed = clause { $id } promises { $channel }, but the contract file has no { $key ->
        [email] address
       *[other] number
    } for it
    .label = no { $key } here
    .clause = promised here
    .help = add { $key } to vendor in contract.yaml as soon as the channel is open. If the hospital agrees to do without it, acknowledge it: code: channel-closed, record: { $record }
    .summary = The contract promises a channel, but lists no number or address for it
    .why = Users cannot use a channel whose number they do not know. A channel that nobody uses is no fault; a channel that does not exist is.
    .example = A clause promises a fax, but vendor has no fax
    .remedy = List the number or address, and announce it to every department.

escalation-open = { $id } ({ $kind }) was opened in { $period }, { $days } days ago, and is not solved
    .label = no solved_at yet
    .clause = this clause requires it
    .help = if it is solved, add solved_at and result; otherwise press for a solution and write the progress under action. If agreed with the hospital, acknowledge it: code: escalation-open, record: { $record }
    .summary = A case of the backend team is still open after its quarter
    .why = Fixes and optimisations often have no time limit in the contract. Still, a case without a result after its quarter needs an explanation at acceptance.
    .example = E-20260511-01 was opened in May and has no solved_at in July
    .remedy = Press for a solution, and write the progress and the expected version under action.

finding-overdue = finding { $id } was due by { $due } and is not closed
    .label = overdue
    .last = last follow-up
    .help = if it is done, close it in the followups of the next inspection; if not, agree on a new date with the hospital and change due. If agreed, acknowledge it: code: finding-overdue, record: { $record }
    .summary = The planned date of a finding has passed, and the finding is not closed
    .why = A suggestion must lead to a result, and acceptance checks each of them.
    .example = F-2026Q1-01 was due on 2026-05-31 and is open in July
    .remedy = Finish and close it; if the hospital is responsible, send a written reminder and keep it.
finding-overdue-hospital = finding { $id } is for the hospital to solve, was due by { $due } and is not closed
    .label = overdue (hospital)
    .last = last follow-up
    .help = remind the hospital in writing and record it in the next followups; it is not a deviation of the vendor

inspection-late = the inspection of { $period } was not finished until { $day }
    .label = the period ended on { $ended }
    .clause = required once in each period
    .help = correct the date if it is wrong; otherwise the report will say 逾期履行. If the hospital agrees, acknowledge it: code: inspection-late, record: { $record }
    .summary = An inspection was finished after its period had ended
    .why = The contract requires one inspection in each period; an inspection after the end of the period is 逾期履行 (late).
    .example = The inspection of 2026Q2 was finished on 2026-07-03
    .remedy = Keep the real date; plan the next one early. obligation-due-soon gives a reminder.

inspection-missing = { $period } has no inspection record: { $count } items have no evidence
    .label = required in each period; this one ended on { $ended }
    .help = add data/inspections/{ $id }.yaml; if there was no inspection, the report will say 无履约证据
    .summary = A period has ended without an inspection record
    .why = The contract requires these items in each period. Without a record there is no evidence, and every item of the period is 无履约证据 at acceptance.
    .example = data/inspections/ has no 2026Q2.yaml, but the second quarter is over
    .remedy = Find and commit the record; if there was no inspection, agree on a date with the hospital and record the real time. The report will say 逾期履行.

item-not-inspected = item { $clause } was not inspected ({ $reason })
    .label = only partly fulfilled
    .clause = required in this period
    .help = inspect it within the period and change the verdict; if that is not possible, get a written confirmation from the hospital and acknowledge it: code: item-not-inspected, record: { $record }
    .summary = An item that the contract requires was not inspected
    .why = 未检 does not count as 正常. With one item 未检, its clause is only partly fulfilled in that period.
    .example = The item about archiving is 未检 because the hospital did not approve a maintenance window
    .remedy = Inspect it soon; if the hospital is the reason, ask for a written confirmation.
item-not-inspected-no-reason = item { $clause } was not inspected
    .label = only partly fulfilled

measure-overdue = measure { $id } was due by { $due } and is not complete
    .label = overdue
    .help = if it is complete, write status: 关闭 and closed_on; if not, agree on a new date with the hospital and change due. If agreed, acknowledge it: code: measure-overdue, record: { $record }
    .summary = An improvement measure of a survey or summary is overdue
    .why = The next survey and the acceptance will ask about a measure that was planned and not carried out.
    .example = M-2026-01 was due on 2026-06-30 and is still 处理中 in July
    .remedy = Finish and close it; if it takes longer, write the new date and the reason.

negative-answer-without-measure = { $id } ({ $department }) answered “{ $answer }” to { $question }, and no measure responds to it
    .label = this person gave { $count } negative answers
    .help = call back and ask why; add a measure to this survey: id, problem, measure, owner, due, status, and answers: [{ $id }]. If agreed with the hospital, acknowledge it: code: negative-answer-without-measure, record: { $record }
    .summary = A person is dissatisfied, and no measure responds to the answer
    .why = Surveys are made to improve the service. If nothing follows a negative answer, the survey is only a number, and the same answer comes again next year.
    .example = S04 answered 不满意 to Q1, but no measure lists S04 under answers
    .remedy = Call each person back, and set a measure with an owner and a date; one measure may respond to several people.

obligation-due-soon = { $period } has no inspection record yet; { $left } days are left
    .label = required in this period, by { $ends }
    .help = plan the inspection and commit data/inspections/{ $id }.yaml
    .summary = A period ends soon, and its inspection record is not there yet
    .why = After the end of the period, the inspection would be late. remind_days in contract.yaml sets how many days ahead weibao gives this reminder.
    .example = It is 10 September, and 2026Q3 has no inspection record
    .remedy = Agree on a date with the hospital, make the inspection and commit the record.
obligation-due-soon-revisit = { $period } has no revisit yet; { $left } days are left
    .label = required in this year, by { $ends }
    .help = plan the revisit and commit its record to data/visits/ with purpose: 回访, period: "{ $id }" and interviews
obligation-due-soon-summary = the service summary of { $period } is not finished; { $left } days are left
    .label = required in this year, by { $ends }
    .help = write data/summaries/{ $id }.yaml, then add finished_on
obligation-due-soon-survey = the satisfaction survey of { $period } is not finished; { $left } days are left
    .label = required in this year, by { $ends }
    .help = plan the calls, commit data/surveys/{ $id }.yaml, and add finished_on at the end

probe-stale = the verdict uses an old sample: { $object } was last sampled at { $at }
    .label = the inspection ended at { $ended }; the last samples of { $count } objects are more than { $days } days older
    .clause = evaluated by this clause
    .sample = the last sample
    .help = add samples of that day, or write the values read by hand under measured; stale_after_days in contract.yaml sets the maximum age. If the hospital agrees, acknowledge it: code: probe-stale, record: { $record }
    .summary = An inspection relies on samples that are several days old
    .why = An inspection proves the state of the system at that time. Old values do not show what has filled up since.
    .example = The script stopped on 1 June, and the inspection of 10 June still uses its last value
    .remedy = Restart the sampling; for this period, add values read by hand.

request-without-handling = { $id } ({ $kind }) does not say how it is handled
    .label = no handling
    .help = add handling (accepted or not, by whom, when) and status. If agreed with the hospital, acknowledge it: code: request-without-handling, record: { $record }
    .summary = A suggestion or request from a revisit does not say how it is handled
    .why = If requests are noted and not handled, the summary contains a list that leads to nothing.
    .example = R-2026-03 has a text, but no handling
    .remedy = Write for each request how it is handled; if it is declined, write why.

response-late = the response to { $id } came at { $stop }, { $overrun } after its time limit{ $explained ->
        [yes] { " " }({ $reason })
       *[no] { "" }
    }
    .label = { $by ->
        [response] due by { $deadline }, counted from { $start }
        [auto-reply] the automatic reply counts as the response; due by { $deadline }, counted from { $start }
       *[other] there is no responded_at, so this time counts; due by { $deadline }, counted from { $start }
    }
    .clause = by this clause, a response within { $limit }
    .help = if responded_at is wrong or missing, correct it from the original notes; otherwise write the cause under late_reason, the report lists it anyway. If agreed with the hospital, acknowledge it: code: response-late, record: { $record }
    .summary = The response to a ticket came after its time limit
    .why = A response means that someone takes up the problem; an automatic reply is not a response, unless both parties agreed on it. A response exactly at the limit is in time, to the second. For the limit, the working hours and the kinds of tickets, see sla in contract.yaml.
    .example = A response due by 10:40 came at 11:21:12, 41 minutes 12 seconds late
    .remedy = Keep the real time and fill in late_reason; for a call that was answered directly, responded_at is received_at.

revisit-missing = { $period } has no revisit: clause { $clause } has no evidence
    .label = required once a year; this one ended on { $ended }
    .help = add the record to data/visits/ with purpose: 回访, period: "{ $id }" and interviews; if there was no revisit, the report will say 无履约证据. If agreed with the hospital, acknowledge it: code: revisit-missing, record: { $record }
    .summary = A year has ended without a revisit record
    .why = A revisit is due every year. Without a record it is 无履约证据 at acceptance, and the service summary has nothing to summarise.
    .example = 2025 is over, but data/visits/ has no 回访 with period: "2025"
    .remedy = Find and commit the record; if there was no revisit, make it soon and record the real date. The report will say 逾期履行.

roster-gap = { $days ->
        [1] nobody was on duty on { $from }
       *[other] nobody was on duty from { $from } to { $to }, { $days } days
    }
    .label = nobody was on duty from { $from } on
    .clause = the contract promises someone at all times
    .help = if someone was on duty, add a row to data/rosters/: from, to, person. If agreed with the hospital, acknowledge it: code: roster-gap, record: { $record }
    .summary = Nobody was on duty on some days of the contract term
    .why = If the contract promises support at all times, the roster proves that someone was on duty on every day. With one day missing, the clause is only partly fulfilled.
    .example = One duty ends on 2026-04-30, and the next begins on 2026-05-06
    .remedy = Add duties that were not recorded; leave a real gap as it is, and plan the days to come.

still-open-past-deadline = { $duty ->
        [response] { $id } has no response
        [arrival] { $id } has neither an arrival nor a remote solution
       *[other] { $id } has no answer
    }; at the start of { $today } this is { $overrun } after its time limit{ $explained ->
        [yes] { " " }({ $reason })
       *[no] { "" }
    }
    .label = counted from { $start }, due by { $deadline }
    .clause = by this clause, within { $limit }
    .help = { $duty ->
        [response] if there was a response, add responded_at; if not, respond now
        [arrival] if someone arrived, add the visit to data/visits/ with ticket: { $id }; if it was solved remotely, add remote_resolved_at; if neither, send someone now
       *[other] if it was answered, add answered_at and answer; if not, answer now
    }. If agreed with the hospital, acknowledge it: code: still-open-past-deadline, record: { $record }
    .summary = A time limit has passed, and the record has no response, arrival or answer
    .why = The user is still waiting. Or the work was done and not recorded: at acceptance it then counts as late and open.
    .example = A fault of 11 May has no answered_at in July
    .remedy = Do it now; if it was done, add the time and the evidence.

summary-missing = { $period } has no service summary: clause { $clause } has no evidence
    .label = required once a year; this one ended on { $ended }
    .help = write data/summaries/{ $id }.yaml; without it the report will say 无履约证据. If agreed with the hospital, acknowledge it: code: summary-missing, record: { $record }
    .summary = A year has ended without its service summary
    .why = A service summary is due every year. Without it, the clause is 无履约证据 at acceptance. weibao adds up the figures; people write the overview, the events and the measures.
    .example = data/summaries/ has no 2025.yaml, but 2025 is over
    .remedy = Write and commit it with the real date under finished_on. The report will say 逾期履行.
summary-missing-unfinished = the service summary of { $period } is not finished: clause { $clause } is only partly fulfilled
    .label = the year ended on { $ended }
    .help = finish data/summaries/{ $id }.yaml, then add finished_on. If agreed with the hospital, acknowledge it: code: summary-missing, record: { $record }

survey-method = the method of the survey is { $method }, but the agreed one is { $agreed }
    .label = should be { $agreed }
    .clause = agreed here
    .help = if method is wrong, correct it; if the survey was made by { $method }, repeat it by { $agreed }. If agreed with the hospital, acknowledge it: code: survey-method, record: { $record }
    .summary = A survey was made by another method than agreed
    .why = Results of different methods cannot be compared from year to year; if the contract sets the method, the clause is 存在偏离.
    .example = method: 问卷, although survey.method in contract.yaml is 电话
    .remedy = Repeat the survey by the agreed method; to change the method, agree on it in writing first, then change survey.method.

survey-missing = { $period } has no satisfaction survey: clause { $clause } has no evidence
    .label = required once a year; this one ended on { $ended }
    .help = add data/surveys/{ $id }.yaml; if there was no survey, the report will say 无履约证据. If agreed with the hospital, acknowledge it: code: survey-missing, record: { $record }
    .summary = A year has ended without its satisfaction survey
    .why = A satisfaction survey is due every year. Without a record it is 无履约证据 at acceptance.
    .example = data/surveys/ has no 2025.yaml, but 2025 is over
    .remedy = Find and commit the record; if there was no survey, make it soon and record the real date. The report will say 逾期履行.
survey-missing-unfinished = the satisfaction survey of { $period } is not finished: clause { $clause } is only partly fulfilled
    .label = the year ended on { $ended }
    .help = if it is over, add finished_on to data/surveys/{ $id }.yaml; if nobody completed it, keep calling. If agreed with the hospital, acknowledge it: code: survey-missing, record: { $record }

survey-small-sample = only { $completed } of { $listed } people completed the survey; the smallest sample is { $least }
    .label = too few to compute a rate
    .help = call people who were not reached again, and change finished_on (now { $finished }); if that is not possible, the report lists the interviews only. survey.smallest_sample in contract.yaml sets the minimum. If agreed with the hospital, acknowledge it: code: survey-small-sample, record: { $record }
    .summary = A survey ended with too few completed interviews
    .why = “100 % satisfied” means little for three people, and readers can guess who said what. With so few, the report lists the interviews and gives no rates.
    .example = 12 people are listed, 4 interviews are complete, the smallest sample is 5
    .remedy = Call people who were not reached at another time; replace wrong numbers and people who left.

threshold-reached = { $metric } of { $object } is at { $value }, which does not meet the limit { $limit }
    .label = { $object } of { $asset }
    .clause = { $source ->
        [agreed] agreed limit { $limit }
       *[contract] contract limit { $limit }
    }
    .sample = sampled at { $at }
    .help = solve it soon, raise a finding and close it in followups; then this becomes a note. If agreed with the hospital, acknowledge it: code: threshold-reached, record: { $record }
    .summary = A measured value misses a limit of the contract or an agreed limit
    .why = With below, a value equal to the limit misses it; with at_most and at_least, a value equal to the limit meets it. weibao evaluates raw values, not rounded ones.
    .example = EBILL_DATA at 96.20 %, contract limit <95%
    .remedy = Add space, clean up or archive, and close the finding when the next inspection confirms it.
threshold-reached-remedied = { $metric } of { $object } was at { $value }, which did not meet the limit { $limit }; the finding is closed
    .label = { $object } of { $asset }
    .help = the report of that period keeps the fact; nothing else needs to be done

verdict-depends-on-reading = the { $duty ->
        [response] response
        [arrival] arrival
       *[other] answer
    } of { $id } is { $verdict } by the chosen interpretation, and { $other } by another one
    .label = by this interpretation, due by { $deadline }
    .clause = this can be interpreted in two ways
    .help = these interpretations give the other verdict: { $readings }. The report shows both; agree on one with the hospital in writing, then write it under sla in contract.yaml
    .summary = The verdict on a time limit depends on how the contract is interpreted
    .why = Contracts often do not say whether weekends count, or when the time starts. Where two interpretations give opposite verdicts, the report must not pretend that there is only one.
    .example = A fault of Friday 17:30 had its response on Monday at 09:20: late in elapsed time, in time in working hours
    .remedy = Agree on an interpretation in writing; until then, show both verdicts at acceptance.

verdict-provisional = the { $duty ->
        [response] response
        [arrival] arrival
       *[other] answer
    } of { $id } has only a provisional verdict: there is no holiday notice for { $year }; by the present calendar, { $tentative }
    .label = counted from { $start }, due by { $deadline } for now
    .clause = by this clause, within { $limit }
    .help = when the notice is published, add it as data/calendar/{ $year }.yaml, and the verdict becomes final; until then it counts in no rate
    .summary = A time limit runs into a year without a holiday notice, so its verdict is provisional
    .why = A time limit in working days is certain only when the holiday notice is published. Until then weibao does not guess; the verdict is 暂定.
    .example = A fault of 2026-12-31 17:50, whose time limit depends on the first workday of 2027
    .remedy = Add the calendar of the year when the State Council has published its notice.
