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
registers-are-whole = registers are of the whole term: leave out --report and --period to write them, or ask for reports with --format html or pdf
unknown-period = there is no period “{ $word }”, or it has not begun; a quarter is written 2026Q3
unknown-kind = there is no kind of record “{ $word }”; weibao list kinds shows them
unknown-code = there is no check or ticket “{ $code }”; weibao list checks shows the checks
refused-open = no final version of { $report }: its period has not ended
refused-undecided = no final version of { $report }: a limit in time that began in its period is not decided yet
refused-unfinished = no final version of { $report }: its period has ended, but its survey or summary record has no finished_on; add it and build again
refused-errors = no final version of { $report }: records it rests on have data errors
nothing-written = no report was written: correct the data errors above first
built = wrote { $folder }: { $drawn } files drawn, { $standing } unchanged
template-failed = the template { $template } failed: { $reason }
output-failed = cannot write { $path }: { $reason }; what was there is untouched
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
related-first = first given here
related-earlier = this date must come first
related-sample = the sample
related-total = the total
related-used = the part in use
related-proof = the proof that the contract file asks for
related-finding = raised here
related-closed = closed here
related-last = last followed up here
related-every = owed this often
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
related-text = what is wanted

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
status-clauses = By clause (columns count periods in that state; “done” is met / decided for clauses with a limit in time, else done / owed)
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
ticket-urgent = hinders work: { $word }, an urgent matter
ticket-urgent-unknown = hinders work: { $word }; what nobody asked counts as urgent
ticket-raised = hinders work: { $word }; raised to urgent { $raised }
ticket-normal = hinders work: { $word }, an ordinary matter
ticket-hold = the customer asked to wait: { $from } to { $to } ({ $reason }), by { $evidence }
ticket-linked = a later notice of the same fault: the clocks are those of { $first }
ticket-no-clock = the contract gives no limit for such a ticket, or it was answered at once
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
hours-workdays = all hours of workdays count
hours-window = only the window on workdays counts
start-next-open = received { $received }, outside the window: starts when it next opens
start-later = received { $received }; by the contract's reading the clock starts here
span-counted = counts { $length }, sum { $sum }
span-not = does not count
span-outside = outside the window
span-held = the customer asked to wait
day-weekday = workday
day-weekend = weekend
day-holiday = holiday: { $name }
day-make-up = make-up workday: { $name }
day-extra-holiday = day off by the contract
day-extra-workday = workday by the contract
other-reading = another reading, { $key } = { $value }: ends { $deadline }, { $verdict }

## Command line

cli = weibao: turns the git-tracked records of a maintenance contract into checked reports that a hospital signs.
    .directory = project folder; by default the nearest folder upwards that holds data/contract.yaml
    .as-of = day for which everything is computed, such as 2026-09-30; by default SOURCE_DATE_EPOCH, else the day of demonstration records, else today
    .lang = language: zh or en; by default that of the locale
    .color = when to use colours: auto (default), always, never
    .quiet = print problems and results only, no progress
    .help = show help
    .version = show the version
    .after = To begin: weibao init DIR. To understand a check: weibao explain CODE.
cli-check = Check all records and list every problem at once
    .paths = only problems of files below these paths
    .format = form of the output: human (default), json, sarif, github, gitlab; chosen by itself in pipelines of GitHub and GitLab
    .deny = count service deviations as failures, too: deviations
cli-build = Check the records and write the reports (HTML and PDF)
    .reports = only this report, may be repeated; weibao list reports names them. Registers stay as they are
    .periods = only this period, may be repeated, such as 2026Q3. Registers stay as they are
    .formats = only this format, may be repeated: html and pdf of reports, xlsx and csv of registers
    .only-final = only what is final: writes nothing where records have errors, and leaves out periods that still run
    .output = folder to write into; by default output below the project
cli-status = How the contract stands: what is met, missing, late and due, by clause and by person
    .within = list what is due within so many days; by default remind_days of the contract file
    .ics = write everything due as a calendar file
    .format = form of the output: human (default) or json
cli-explain = Explain a check (what it looks for, why, what to do), or the clocks of a ticket day by day
    .code = a check's code, such as threshold-reached; or a ticket's number, such as T-20260921-03
    .format = form of the output: human (default) or json
cli-list = List checks, reports, clauses or kinds of records
    .what = what to list: checks, reports, clauses, kinds
    .format = form of the output: human (default) or json
cli-schema = Print the JSON Schema of the records
    .kind = only this kind of record, such as inspection; weibao list kinds names them
    .write = write into this folder: a schema for each kind, and a page about tables in Chinese
cli-manual = Print completions for a shell, or the manual page
    .what = completions: bash, zsh, fish, powershell, elvish; the manual page: man
    .write = write the manual page of each command into this folder, with man only
manual-folder = --write goes with man only: send completions into a file with >
kind-contract = the contract ({ $title })
kind-calendar = calendar of workdays ({ $title })
kind-assets = what is maintained ({ $title })
kind-people = who takes part ({ $title })
kind-inspection = inspection ({ $title })
kind-call = hotline calls ({ $title })
kind-email = e-mails ({ $title })
kind-fax = faxes ({ $title })
kind-visit = visits on site, and revisits ({ $title })
kind-escalation = cases of the backend team ({ $title })
kind-roster = who is on duty ({ $title })
kind-survey = satisfaction survey ({ $title })
kind-knowledge = question and answer ({ $title })
kind-summary = summary of a year ({ $title })
kind-delivery = what was handed over and accepted ({ $title })
kind-probe = samples of probes ({ $title })
kind-attachment = files that records name ({ $title })
report-inspection = quarterly inspection report ({ $title })
report-hotline = record of the hotline ({ $title })
report-faq = list of frequent questions ({ $title })
report-satisfaction = satisfaction survey report ({ $title })
report-acceptance = acceptance file ({ $title })
report-summary = service summary ({ $title })
per-rows = as often as its clauses are owed
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
cli-missing-command = it is not said what to do: name a command
cli-missing-value = { $argument } needs a value: { $valid }
cli-invalid-value = “{ $value }” cannot be used for { $argument }; possible are: { $valid }
cli-refused-value = “{ $value }” cannot be used for { $argument }: { $form }
cli-refused-number = “{ $value }” cannot be used for { $argument }, which takes a whole number
cli-conflict = { $argument } cannot be used together with { $other }
cli-invalid-utf8 = an argument is no UTF-8 text
cli-wrong-usage = the command is not written as it should be
cli-suggestion = did you mean “{ $word }”?
cli-see-help = see weibao --help, or add --help to the command

## New records and projects

cli-new = A new record: number, dates, people, clauses and measured values filled in, everything else left as 待填写; never overwrites
    .kind = kind of record: contract, calendar, assets, people, inspection, call, email, fax, visit, escalation, roster, survey, knowledge, summary, delivery, probe; attachment is a file you put there yourself
    .period = period, such as 2026Q4 or 2026; without it the one owed first. visit with a year is a revisit; delivery takes 2026Q3-hotline to name the report
cli-init = A new contract's folder: standard clauses, the State Council's calendars, notes for each folder, pipelines and editor settings; never overwrites
    .folder = folder, made if need be
    .hospital = name of the hospital
    .vendor = name of the company that serves
    .start = first day of service; the first day of the next quarter without it
new-next = made { $path }: fill in every 待填写, then run weibao check
new-period-overdue = for { $period }: it ended on { $to } and has no record yet
new-period-running = for { $period }: it runs until { $to }
new-exists = { $path } exists already and was left as it is: edit it
new-failed = cannot write { $path }: { $reason }
new-outside = { $path } was not written: its folder is a link that leads out of the project
new-no-record = { $kind } is no record to be filled in: put the file into data/attachments/PERIOD/ and name its path under evidence
new-not-owed = no clause of the contract is proved by { $kind }: list the clause in contract.yaml first
new-unknown-period = there is no period “{ $word }”; known: { $known }
new-not-begun = { $word } begins on { $from }; known: { $known }
new-nothing-missing = every period that has begun has its { $kind }; the next, { $next }, begins on { $from }
new-all-there = every period has its { $kind }
new-no-period = { $kind } belongs to no period: leave the period out
init-exists = { $path } exists already: this folder is a contract's, and was left as it is
init-kept = { $path } exists already and was kept
init-done = made { $path }, service from { $from } to { $to }. Next:
init-first = 1. in { $path }/data/contract.yaml fill in both parties, the contract's number and its channels, and compare every clause
init-second = 2. list people in data/people.yaml, and servers, databases and interfaces in data/assets.yaml
init-third = 3. run weibao -C { $path } check, commit when it is clean; once service has begun, weibao new makes records

## Spreadsheets

## Probes

cli-probe = Measure on this machine, and print rows as data/probes/ has them; a probe that fails writes none and ends with 1
    .after = The README shows a timetable. No project folder is needed; keep passwords and tokens off the command line.
cli-probe-disk = Size, used space and share of mount points, counted as df does
    .mounts = only this mount point, may be repeated; by default every local file system, network storage must be named
    .object = the object's name instead of the mount point; empty (--object=) for a data space as a whole; goes with one --mount
    .timeout = wait so many seconds at most, by default 10
    .asset = the asset's id as in assets.yaml; by default the name of this host
    .metric = first part of the metric, by default disk: disk.total_gb, disk.used_gb, disk.used_pct
    .append = write behind the rows of this file: a new one gets the header first, one with another header is refused
    .no-header = print no header
cli-probe-http = Milliseconds until an address has answered as it should
    .url = an http or https address, without user name and password
    .statuses = a status that is right, may be repeated; by default every 2xx
    .contains = a text that the answer must contain, may be repeated; pages in UTF-8 or GBK
    .header-file = a file with headers, a line each, “name: value”; put tokens here and let nobody else read it
    .header-env = the environment variable that holds headers, in the same form
    .ca = trust only the root certificates in this file (PEM)
    .follow = follow redirections, at most 5; not together with headers
    .object = the object's name, empty by default; neither address nor query is written into the row
    .timeout = wait so many seconds at most, by default 10
    .asset = the asset's id as in assets.yaml, required
    .metric = the metric, by default interface.response_ms
    .append = write behind the rows of this file: a new one gets the header first, one with another header is refused
    .no-header = print no header
cli-probe-log = How many errors a log tells of within the last 24 hours
    .files = the log, with what was rotated from it; UTF-8 or GBK, not compressed
    .wanted = lines that count, a regular expression, may be repeated; by default those with the word ERROR, FATAL or SEVERE
    .unwanted = lines that do not count, a regular expression, may be repeated
    .hours = so many hours back, by default 24; told by the moment at the beginning of a line, lines without one belong to the last
    .whole = count all lines, whenever they were written
    .object = the object's name, empty by default
    .asset = the asset's id as in assets.yaml, required
    .metric = the metric, by default log.errors; db.errors for a database's alerts
    .append = write behind the rows of this file: a new one gets the header first, one with another header is refused
    .no-header = print no header
cli-probe-tablespace = Size, used space and share of tablespaces, from what a database's client printed
    .file = what the SQL of weibao probe sql printed; - reads standard input
    .basis = against which size the share is taken: allocated (now, the default) or max (after automatic growth); as space_basis of the contract file
    .at = when the SQL ran, such as 2026-09-21 06:00; by default now
    .asset = the asset's id as in assets.yaml, required
    .metric = first part of the metric, by default tablespace: tablespace.total_gb, tablespace.used_gb, tablespace.used_pct
    .append = write behind the rows of this file: a new one gets the header first, one with another header is refused
    .no-header = print no header
cli-probe-sql = Print the SQL about tablespaces; it begins with the rights it needs and how to run it
    .database = the database: oracle, dameng (DM8) or mysql
probe-no-asset = name the asset's id with --asset, as assets.yaml writes it
probe-empty-word = neither the asset's id nor the metric may be empty
probe-control-character = a name holds a control character, no row written: “{ $word }”
probe-formula = a name begins with =, +, - or @, which spreadsheets take for a formula, no row written: “{ $word }”
probe-implausible = { $object }: { $value } { $unit } cannot be true, no row written
probe-other-header = the first line of { $path } is not the header of samples, nothing written: name another file, or mend its header
probe-other-encoding = { $path } is not UTF-8, nothing written: save it as UTF-8 first
probe-other = cannot be written as samples: { $reason }
probe-disk-timeout = not measured within { $seconds } seconds, no row written: perhaps a network storage does not answer
probe-disk-unmeasured = cannot measure { $mount }, no row written: { $reason }
probe-disk-no-mount = nothing is mounted at { $mount }, no row written
probe-disk-empty = { $mount } has no size, no row written
probe-disk-none = found no file system to measure: name a mount point with --mount
probe-disk-object = --object goes with one --mount
probe-http-url = this is no address: write http://host/path or https://host/path
probe-http-name = an address must hold no user name and password: use --header-file
probe-http-header = line { $line } is no header: write “name: value”
probe-http-variable = there is no environment variable { $name }
probe-http-ca = the file of --ca holds no certificate that can be used (PEM)
probe-http-follow-headers = --follow does not go with headers: they would be sent to wherever a redirection leads
probe-http-status = { $address } answered with status { $status }, no row written
probe-http-text = the answer of { $address } does not contain “{ $text }”, no row written
probe-http-timeout = { $address } has not answered in full within { $seconds } seconds, no row written
probe-http-refused = { $address } refuses connections, no row written
probe-http-host = the host of { $address } is not known, no row written
probe-http-large = the answer of { $address } is larger than { $limit } MiB, no row written
probe-http-redirects = the redirections of { $address } do not end, no row written
probe-http-other = { $address } did not answer as it should, no row written: { $reason }
probe-log-pattern = this is no regular expression: { $reason }
probe-log-unread = cannot read { $path }, no row written: { $reason }
probe-log-no-file = { $path } is no ordinary file, no row written
probe-log-no-text = { $path } is compressed, or UTF-16, no row written: give text in UTF-8 or GBK
probe-log-no-moments = lines of { $path } do not begin with a moment, so that none can be told from another day's, no row written: --whole counts them all
probe-log-begins = the log begins at { $moment }; what was before is not counted: name the rotated files as well
probe-sql-nothing = there is no tablespace, no row written: perhaps the query failed
probe-sql-header = line { $line } should be the header and is “{ $text }”, no row written: use the SQL that weibao probe sql prints
probe-sql-line = line { $line } is no result of the query: “{ $text }”, no row written
probe-sql-sizes = sizes and used space of line { $line } do not fit: “{ $text }”, no row written
probe-sql-twice = the tablespace of line { $line } stood there before: “{ $text }”, no row written

## Editor

## Live preview

cli-serve = Live preview: build and show the pages in a browser, and again after every change of records or templates; for this machine only
    .port = port; by default the first free one from 8620
serving = preview: { $url } (Ctrl-C ends it)
serve-failed = no preview: { $reason }
rebuilt = updated: { $errors } data errors, { $deviations } service deviations, { $drawn } files drawn anew
live-busy = updating …
live-failed = the build failed
live-faults = data errors
live-others = deviations and warnings
live-title = what the check found
live-close = close
live-clean = nothing to correct or to look at

## Progress

reading = reading records …
drawing = drawing { $files } files
stopping = stopping; the former reports stand. Ctrl-C once more ends at once
stopped = stopped: nothing was written, the former reports stand

## Hints

hint-tab = the indentation holds a tab: YAML allows spaces only, replace it
hint-full-width-colon = the colon is the full-width “：”: a key is followed by an ASCII colon and a space
hint-full-width-digits = the value holds full-width characters: write ASCII digits, point and percent sign
hint-quote = a quote is not closed: look at this line and the one before
hint-special-start = the value starts with a special character: put it in double quotes
hint-excel-hashes = these hashes are what Excel shows in a narrow column, not data: widen the column and save again
hint-written-date = write a date as 2026-09-21 and a time as 2026-09-21 09:03, seconds if you like, without 年, 月 and 日
hint-full-width-time = the colon in the time is full-width: write 09:03
hint-chinese-quotes = these are Chinese quotes: write ASCII ones, or none
hint-plain-number = write the number alone, without unit, percent sign, thousands mark or quotes
hint-colon-space = the colon behind a key is followed by a space
hint-colon-in-value = the value holds a colon and a space, which start another key: put the whole value in double quotes
hint-bracket = a bracket or brace is not closed
hint-indent = the indentation fits nothing above: keys of one level line up at the left
hint-documents = a file holds one record: delete the “---” and what follows, or make it another file
hint-control-character = an invisible control character stands here: delete this part and type it again
hint-save-as-utf8 = this file is GB18030 (GBK), most likely saved by Excel or Notepad
hint-utf16 = this file is UTF-16 (Excel's Unicode text): save it as “CSV UTF-8”
hint-excel-file = this is an Excel workbook, not a text: give it back its ending .xlsx, which calls and the like may have, or save it from Excel as “CSV UTF-8”
hint-line-ends = the lines end in bare carriage returns: save the file with LF or CRLF
hint-separator = columns are separated by ASCII commas
hint-acknowledged = acknowledged: { $reason }

## Reading

syntax = this line is no valid YAML: { $reason }
    .label = unreadable from here on
    .help = correct it and run weibao check again; until then nothing in this file takes part in any check
    .summary = The file is no valid YAML and cannot be read
    .why = One slip makes the whole file unreadable, and with it the proof of that period.
    .example = A full-width colon behind a key; a tab in the indentation; a quote that is never closed
    .remedy = Look at the line that is underlined and the one before: ASCII colon and a space, spaces only, quotes in pairs, double quotes around values that start with a special character.
syntax-duplicate-key = the key { $key } is given twice in one record
    .label = the second time
    .help = keep one and delete the other; if two records were meant, the second lacks its “- ”
syntax-excess = the file nests too deep or its aliases grow too large, and was not read: { $reason }
    .label = here the limit is passed
    .help = no record needs such depth, nor aliases (&, *): write it out flat

schema = the record does not have the form of its kind
    .help = the README describes the form; weibao schema writes it as a file that editors complete from
    .summary = The file can be read, but a key or value is not written as it must be
    .why = Every figure of a report comes from a record. A wrong key that nobody notices leaves a gap in the report.
    .example = verdict: 良好 (only 正常, 关注, 异常, 未检, 不适用); started_at: 2026年9月21日 (write 2026-09-21 09:00)
    .remedy = Change the key or value as told. All such faults of a file are listed at once: correct them and run again.
schema-missing-key = the key { $key } is missing
    .label = there is no { $key } in this record
    .help = add a line such as “{ $key }: …”, indented like its neighbours; a key without a value counts as missing
schema-unknown-key = there is no key { $key }
    .label = unknown key
    .help = check spelling and indentation: with a wrong one the key falls into another record. weibao schema lists all keys
schema-unknown-key-similar = there is no key { $key }; did you mean { $meant }?
    .label = { $meant }?
    .help = change { $key } to { $meant }
schema-unknown-word = “{ $value }” cannot be written here
    .label = choose one of the words
    .help = write one of: { $options }
schema-wrong-form = “{ $value }” is not written as it must be
    .label = wrong form
    .help = month, day, hour and minute must exist: June has no 31st, and no day has 24:00
schema-wrong-type = here must stand { $expected ->
        [string] a text
        [number] a number
        [integer] a whole number
        [boolean] true or false
        [array] a list
        [object] keys and values
       *[other] { $expected }
    }, not “{ $value }”
    .label = { $expected ->
        [string] a text is due
        [number] a number is due
        [integer] a whole number is due
        [boolean] true or false is due
        [array] a list is due
        [object] keys and values are due
       *[other] wrong type
    }
    .help = { $expected ->
        [string] write a text; with double quotes where it holds a colon or hash or starts with a special character
        [number] write ASCII digits, such as 83.42
        [integer] write ASCII digits, such as 3
        [array] write one entry a line, each behind “- ”; a single one also as a list, such as [luyao]
        [object] start a new line, indent by two and write one “key: value” a line
       *[other] compare it with the description of the form
    }
schema-out-of-range = { $value } is out of range (bound { $limit })
    .label = out of range
    .help = check unit and decimal point; the bound is { $limit }
schema-empty = this may not be empty
    .label = nothing here
    .help = fill it in; if there is nothing to say, delete the whole line of an optional key
schema-other = this does not have the form it must have: { $reason }
    .label = wrong form
schema-empty-file = the file holds no record
    .help = fill it in, or delete it
schema-more-faults = { $count } more faults of this file are not listed
    .help = most likely for the same reason: correct those listed and run weibao check again
schema-control-character = the text holds an invisible control character
    .label = holds a control character
    .help = delete this part and type it again; it was most likely copied from another program
schema-no-header = there is no header of a probe file
    .label = the header is due here
    .help = write as the first line at,asset,metric,object,value,unit,source (Chinese titles 时间,资产,指标,对象,数值,单位,来源 will do); without it nothing of the file was read
schema-duplicate-column = the header has the column { $key } twice
    .label = the second time
    .help = delete one; without a good header nothing of the file was read
schema-unknown-column = there is no column { $key }
    .label = unknown column
    .help = delete the column or correct its name; the columns are at, asset, metric, object, value, unit, source
schema-unknown-column-similar = there is no column { $key }; did you mean { $meant }?
    .label = { $meant }?
    .help = change { $key } to { $meant }; until then nothing of the file is read
schema-too-many-series = the file has too many objects and days (limit { $limit } days of objects); the rest was not read
    .label = from here on new objects and days were not read
    .help = check whether times or numbers got into the column object; if there are so many, split the file by month
schema-missing-column = the header lacks the column { $key }
    .label = header
    .help = write the header as at,asset,metric,object,value,unit,source (Chinese titles 时间,资产,指标,对象,数值,单位,来源 will do); without a good header nothing of the file was read
schema-wrong-count = this row has { $count } columns, the header { $expected }
    .label = wrong number of columns
    .help = add or remove commas; put a value that holds a comma in double quotes. The row was left out
schema-no-front = the file does not begin with a record: its first line must be “---”
    .label = “---” is due here
    .help = write “---” on the first line, below it one “key: value” a line, then another line “---”, and the text behind it; weibao schema lists the keys
schema-open-front = the record at the beginning of the file never ends: there is no second line “---”
    .label = it begins here
    .help = write “---” on the line below the last key, and the text behind it
schema-empty-front = there is nothing between the two lines “---”
    .label = it ends here
    .help = write one “key: value” a line between the two lines; weibao schema lists the keys
schema-empty-body = there is no text behind the line “---”
    .label = the text is due behind this line
    .help = write the answer: how to tell, what to do, and what should then be seen
schema-no-header-of-records = there is no header: the first line holds no known name of a column
    .label = the header is due here
    .help = write the names of the columns on the first line (keys or Chinese titles, in any order); these are required: { $required }. Without it nothing of the file was read
schema-missing-columns = the header lacks required columns: { $keys }
    .label = header
    .help = add these columns (by key or Chinese title) and fill them in; until then nothing of the file is read
schema-column-twice = the header has the column { $key } twice (key and Chinese title are the same column)
    .label = the second time
    .first = the first time
    .help = make one column of both; until then nothing of the file is read
schema-nested-column = { $key } cannot be written in a table: each entry of it has keys of its own
    .label = more than a cell can hold
    .help = write this record as a YAML file in the same folder, or delete the column; it was not read
schema-strange-column = there is no column { $key }
    .label = unknown column
    .help = correct its name or delete it; weibao schema lists every key and Chinese title. The column was not read
schema-strange-column-similar = there is no column { $key }; did you mean { $meant }?
    .label = { $meant }?
    .help = change { $key } to { $meant }; until then the column is not read, nor, if it is a required one, anything of the file
schema-unnamed-column = this cell holds something, but its column has no name
    .label = the header has no name for it
    .help = name the column in the header, or empty the cell. The row was left out
schema-empty-cell = the required column { $key } holds nothing
    .label = nothing here
    .help = fill it in, or delete the row if none of it is wanted. The row was left out
schema-no-number = “{ $value }” is no number
    .label = a number is due
    .help = write ASCII digits, such as 83.42; the unit has its own column. The row was left out
schema-line-too-long = this line is too long for a sample
    .label = not read from here on
    .help = check whether the file lies in the wrong folder, or lost its line breaks; a probe file has one sample a line
schema-more-rows = { $count } more rows of this file are wrong and not listed
    .help = most likely for the same reason: correct the rows listed and run weibao check again

encoding = the byte { $byte } on line { $line } is no UTF-8 text
    .label = no UTF-8 from here on
    .help = save it once more as UTF-8 (Notepad: Save as, Encoding, UTF-8); a CSV may be GB18030 throughout, but not both
    .summary = The file holds bytes that are no text
    .why = Reading on would garble names and values and print them in a report, so nothing is guessed.
    .example = A CSV that Excel saved as Unicode text (UTF-16), or a download that broke off
    .remedy = Save it again as UTF-8; export a damaged file again from its source.
encoding-mixed = line { $line } has another encoding than those before: the file mixes UTF-8 and GB18030
    .label = another encoding from here on
    .help = most likely two files were joined: save each as UTF-8 and join them again
legacy-encoding = the file was read as GB18030
    .help = it was read rightly and may stay; saved as UTF-8, editors and git diffs will show its Chinese as well
    .summary = The CSV has the encoding that Chinese Excel writes, and was recognised
    .why = It can be read, but git, editors and other tools take it for UTF-8 and garble it.
    .example = A CSV saved by Excel on a Chinese Windows
    .remedy = Save it once more from Excel as “CSV UTF-8”.
unclosed-quote = a double quote is not closed
    .label = this quote never ends
    .help = add the closing quote or delete this one; a quote inside a value is written twice. The row was left out
    .summary = A row of a CSV file holds half a pair of double quotes
    .why = With an open quote the rows behind would all become one value, and records would be lost in bulk. Only this row is left out.
    .example = 2026-06-10 06:00,db1,tablespace.used_pct,"EBILL_DATA,71.20,%,probe.sh
    .remedy = Add or delete one quote; if a script wrote it, correct the script and export again.
implausible-sample = { $value } cannot be true of { $metric } (plausible: { $range })
    .label = not plausible
    .help = check unit and conversion in the probe script; if such values do occur, widen minimum or maximum of the metric in contract.yaml. The row was left out
    .summary = A sample lies outside what its metric can be
    .why = A share below zero or above 100 % measures something else; judging clauses 1.5 to 1.8 by it must go wrong.
    .example = tablespace.used_pct given as 7120, the decimal point lost
    .remedy = Correct the script or the row; minimum and maximum of the metric in contract.yaml say what is plausible.
file-too-large = the file has { $size } MB, more than the { $limit } MB that are read
    .help = split the file, or pack raw output before filing it; move it away if it lies in the wrong folder
    .summary = The file is larger than its kind of record may be
    .why = Records are written and read by people; so large a file lies in the wrong place, and without a bound one file could stop every check.
    .example = A database dump saved as data/inspections/2026Q2.yaml
    .remedy = Keep YAML and Markdown records within 8 MB, lists of calls and the like within 64 MB (16 MB as .xlsx), attachments within 32 MB and probe files within 1536 MB.
link-leaves-data = the link { $path } leads out of data or nowhere, and was not read
    .help = copy the file itself into data and delete the link
    .summary = A link in the records folder leads out of it
    .why = Proof is kept with the repository. A link out of it breaks on the next machine, and may pull foreign files into a report.
    .example = data/attachments/df.txt, a link to /tmp/df.txt
    .remedy = Put the file in the link's place and commit it.
wrong-folder = no kind of record lies at { $path }; it was not read
    .help = inspections lie in inspections/, calls, e-mails and faxes in calls/, emails/ and faxes/, visits and revisits in visits/, backend cases in escalations/, duty in rosters/, surveys in surveys/, summaries in summaries/, knowledge in knowledge/ (.md), samples in probes/PERIOD/ (.csv), proof in attachments/; weibao list kinds tells them all; move other files out of data
    .summary = Folder or ending of the file belong to no kind of record
    .why = A record in the wrong place is never read: the report lacks a proof and nobody notices.
    .example = data/inspection/2026Q2.yaml (without its s); data/probes/2026Q2/db.txt (.csv is due)
    .remedy = Move it to the right folder with the right ending; weibao list kinds tells where each kind lies.
unreadable-file = the file cannot be read: { $reason }
    .help = check that it is an ordinary file and may be read
    .summary = The operating system does not hand out the file
    .why = A record that cannot be read is no proof.
    .example = A link to a folder, or a file without read permission
    .remedy = Correct the permission, or put an ordinary file in its place.
unreadable-file-name = the file's name is no UTF-8; it was not read
    .help = rename it; use letters, digits, Chinese characters, hyphens and points
unreadable-file-special = this is no ordinary file; it was not read
    .help = links to folders, pipes and devices are no records: put an ordinary file in its place
workbook = the Excel workbook is broken: { $reason }
    .help = open it in Excel and save it as “Excel Workbook (.xlsx)”; if it does not open, fetch it from a backup or from git. Nothing of the file was read
    .summary = An Excel workbook, or a cell of it, does not say what was meant
    .why = A guessed value would be a figure without a source; a cell left out in silence, a record less.
    .example = A formula that came to #REF!, merged cells, a file under a password, the old format .xls, records on a hidden sheet
    .remedy = Correct it in Excel as told and save it as .xlsx, or as “CSV UTF-8”: the rules are the same.
workbook-no-workbook = the file ends in .xlsx and is no Excel workbook
    .help = most likely a page or text that another system exported: open it in Excel and save it as “Excel Workbook (.xlsx)”, or rename it to .csv. Nothing of the file was read
workbook-old-format = this workbook has the format from before 2007 (.xls) and was not read
    .help = open it in Excel and save it as “Excel Workbook (.xlsx)”
workbook-other-format = tables in .{ $ending } format are not read
    .help = open it in Excel or WPS, save it as “Excel Workbook (.xlsx)” or “CSV UTF-8”, and delete this one
workbook-encrypted = the workbook needs a password and was not read
    .help = open it in Excel, choose File, Info, Protect Workbook, Encrypt with Password, empty the password and save; records are guarded by who may read the repository
workbook-too-large = the workbook unpacks to more than { $limit } MB and was not read
    .help = delete pictures, further sheets and formats of whole columns, or split it by month; keep files of unknown origin out
workbook-too-many-cells = sheet “{ $sheet }” holds too much (bounds: { $limit } cells, { $size } MB); nothing of the file was read
    .help = split it by month
workbook-too-wide = sheet “{ $sheet }” holds { $cell }, behind column { $limit }; nothing of the file was read
    .help = most likely a slip: press Ctrl+End in Excel to find the cell, and delete it
workbook-too-many-merged = sheet “{ $sheet }” has too many merged cells (bound: { $limit }); nothing of the file was read
    .help = select all, unmerge, and fill in each row
workbook-error-cell = this cell holds Excel's error value { $value }
    .label = an error value
    .help = correct the formula or type the content; leave empty what is not known. The row was left out
workbook-no-value = this cell is a formula whose result is not in the file
    .label = no result
    .help = most likely a program wrote it: open and save it once in Excel, or replace the formula. The row was left out
workbook-merged = this cell is merged into { $cell }, so the row says nothing in this column
    .label = merged into { $cell }
    .help = unmerge, and fill in each row: a row is a record and shares no cell. The row was left out
workbook-hidden-records = the hidden sheet “{ $sheet }” holds records ({ $rows } rows) and was not read
    .label = a hidden sheet
    .help = show the sheet if they count, delete it if they do not
sheet-not-read = sheet “{ $sheet }” ({ $rows } rows) has no header and was not read
    .label = no name of a known column
    .help = never mind if it holds remarks or options; if it holds records, name the columns within the first 10 rows (keys or Chinese titles, see weibao schema)
    .summary = A sheet of a workbook holds no records
    .why = Remarks and lists of options often share a workbook with the records; every sheet that is not read is told, lest anyone take it as counted.
    .example = A workbook of calls with a sheet of instructions besides
    .remedy = Never mind if it holds no records; if it does, add the header.
sheet-not-read-hidden = the hidden sheet “{ $sheet }” ({ $rows } rows) was not read
    .label = a hidden sheet
    .help = never mind if it holds no records; if it does, show it

## Data errors

abnormal-without-grade = item { $clause } is 异常 and has no grade
    .label = a grade is due
    .help = add “grade: 一般” or “grade: 严重” to the item: 一般 while business goes on, 严重 where a contract limit is missed or business stops
    .summary = 异常 without a grade, or a grade without 异常
    .why = The hospital arranges its work by the grade. 异常 alone may be a slow report or a stopped cash desk.
    .example = verdict: 异常 without a grade
    .remedy = Write grade: 一般 or grade: 严重 for 异常, and delete the grade elsewhere.
abnormal-without-grade-not-abnormal = item { $clause } is { $verdict } and still has the grade “{ $grade }”
    .label = only 异常 has a grade
    .help = delete the line; or change the verdict to 异常 if it is meant

abnormal-without-suggestion = item { $clause } is { $verdict }, and nothing is suggested
    .label = there is a problem, but no finding about it
    .clause = item { $clause }
    .help = add a finding to this record: id (such as F-{ $period }-01), clause: "{ $clause }", problem, suggestion, owner, due
    .summary = An item that is 异常 or 关注 comes without a suggestion
    .why = Clause 1.10 owes suggestions from what was found. Without one, clause 1.10 itself is not performed.
    .example = 1.5 is 关注 and no finding has clause "1.5"
    .remedy = Write problem, suggestion, owner and due day as a finding; correct the verdict if it is wrong.
abnormal-without-suggestion-finding = finding { $id } has no suggestion
    .label = a problem without advice
    .help = add a suggestion: what to do, and how far

calendar-implausible = { $day } is no day of { $year }
    .label = not of this year
    .help = correct the date, or move it to the file of its year
    .summary = A calendar holds a day that cannot be
    .why = Chapter 3 counts working hours by the State Council's notice. One wrong day makes a deadline wrong.
    .example = 2025-10-01 in 2026.yaml; a Wednesday as 上班; 230 workdays in a year
    .remedy = Compare every day with the State Council's notice for that year.
calendar-implausible-twice = { $day } is listed twice
    .label = again
    .help = delete one; where they differ the notice decides
calendar-implausible-ordinary = { $day } is a workday anyway and needs no 上班
    .label = 上班 is for Saturdays and Sundays that are worked
    .help = the date is wrong, most likely: compare it with the notice, or delete it
calendar-implausible-workdays = { $year } has { $count } workdays; usually there are { $least } to { $most }
    .label = days off or made up are missing
    .help = add every day off of the notice, with the Saturdays and Sundays among them, and every day made up
calendar-implausible-issued-late = the notice for { $year } was issued on { $day }, later than the year before
    .label = usually issued from October to December
    .help = an amendment within the year may stay so; otherwise check the year of the date
calendar-implausible-not-issued = the calendar of { $year } does not say when its notice was issued
    .label = a notice has a date
    .help = add issued_on from the notice; if there is none yet, write provisional: true, and deadlines stay provisional

calendar-missing = there is no calendar for { $year }
    .label = { $year } is part of the term
    .help = add data/calendar/{ $year }.yaml after the State Council's notice
    .summary = A year of the term has no announced calendar
    .why = Chapter 3 counts working hours. Without a calendar nobody knows which days are worked; weibao never guesses Monday to Friday, so such deadlines stay provisional.
    .example = The term ends on 2026-12-31 and data/calendar/ has no 2026.yaml
    .remedy = Add the year's file with number and day of the notice and every day off and made up.
calendar-missing-not-yet = there is no calendar for { $year } yet
    .label = { $year } is part of the term
    .help = the notice usually comes from October to December of the year before; then add data/calendar/{ $year }.yaml
calendar-missing-provisional = the calendar of { $year } is still provisional
    .label = no notice yet
    .help = when the notice is out, delete provisional and write notice, title, issued_on and days from it; until then such deadlines stay provisional

calendar-without-workday = { $year } has no workday at all
    .label = every day of the year is off
    .help = check extra_holidays in contract.yaml and data/calendar/{ $year }.yaml: further days off are the few that only this place has
    .summary = A year of the term has no workday in the calendar
    .why = Chapter 3 counts from 09:00 to 18:00 on workdays. Without any, no limit ever ends and no miss is ever seen.
    .example = extra_holidays that lists every day of a year
    .remedy = List only days off that the State Council's notice does not have, such as a province's festival.

clause-without-evidence = clause { $clause } is proved by inspections but owed “{ $every }”
    .label = inspections go by periods
    .help = change every to 每月, 每季度 or 每年; if it is owed when needed, choose another evidence such as 服务记录
    .summary = How often a clause is owed and what proves it do not fit
    .why = The acceptance table lists for each clause how often it was owed and what proves it. A clause that does not fit never appears, or is never proved.
    .example = every: 按需 with evidence: 巡检记录
    .remedy = Take every from the contract's standard, and evidence from the records that are really kept.
clause-without-evidence-arises = clause { $clause } is owed “{ $every }”, and { $evidence } arise only when something happens
    .label = cannot prove a fixed cadence
    .help = if the contract says 按需, change every to 按需; otherwise choose records that are made each period
clause-without-evidence-yearly = clause { $clause } is owed “{ $every }”, and there is one { $evidence } a year
    .label = one a year does not prove { $every }
    .help = if the contract says once a year, change every to 每年; otherwise choose another evidence

closed-on-without-closing = { $id } has a day of closing, { $day }, and the status { $status }
    .label = does not go with the day of closing
    .closed = the day of closing
    .help = change status to 关闭 if it is closed; delete closed_on if it is not
    .summary = A follow-up gives a day of closing, and its status is not 关闭
    .why = They contradict each other: the report cannot tell whether the problem is solved, and it would stay overdue.
    .example = closed_on: 2026-05-16 with status: 处理中
    .remedy = Correct one of them by what really happened.

delivery-unknown-report = there is no report “{ $report }”
    .label = unknown kind of report
    .help = write one of: { $known }
    .summary = Report, period or files of a handing over lead nowhere
    .why = The acceptance papers list what was handed over by report and period. A record that leads nowhere makes a report look as if it were never handed over.
    .example = report: 巡检报告 (inspection is due); period: 2026-Q3 (2026Q3 is due)
    .remedy = Name the report by its word on the command line and the period as the contract has it; list each file once.
delivery-unknown-report-file = the file { $file } stands twice in one handing over
    .label = the second time
    .first = the first time
    .help = delete the repetition; if PDF and HTML are meant, check the endings
delivery-unknown-report-period = { $period } is no period of the contract
    .label = unknown period
    .help = a quarter is 2026Q3, a year 2026 (Y1 where years of service are counted), the whole term is term

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
       *[other] name
    } { $id } is given twice
    .label = again
    .first = first given here
    .help = { $what ->
        [period] a period has one inspection record: merge the two and delete a file
        [year] a year has one calendar: merge the two and delete a file
        [survey-period] a year has one survey: merge the two and delete a file
        [summary-period] a year has one summary: merge the two and delete a file
        [ticket] calls, e-mails and faxes share one series of numbers: choose another; delete what was entered twice, and give a second call about the same fault a number and first_notice
       *[other] choose another name, or delete the repetition; change what refers to it as well
    }
    .summary = Two records go by one name
    .why = Reports and follow-ups go by names. With two of them nobody knows which finding was closed or which tablespace is full.
    .example = A finding of 2026Q2 that is still called F-2026Q1-01
    .remedy = Give the later one a name that was never used.

duplicate-item = item { $clause } stands twice in one inspection
    .label = the second time
    .first = the first time
    .help = keep one; most likely the clause was not changed after copying
    .summary = An inspection record holds one item twice
    .why = Only one of two verdicts can count, and often another item is missing for it.
    .example = Two items with clause "1.8" and none with "1.9"
    .remedy = Correct the clause of one of them, or merge them.

duplicate-notice = { $record } has the department, caller and subject of { $earlier }, within half an hour
    .label = looks like the same matter
    .record = the one before
    .help = if the same fault was told again, add first_notice: { $first } to { $record }; if one call was taken down twice, delete one; if they are two matters, give them subjects that tell them apart
    .summary = One caller told one matter twice within half an hour, and the tickets are not linked
    .why = The clock of a fault runs from its first notice (chapter 3). With two clocks, volume and misses are counted twice.
    .example = Two calls about 开票失败 at 09:03 and 09:20 by one person of one department, the later without first_notice
    .remedy = Let the later one name the earlier in first_notice, or delete a repetition.

escalation-without-outcome = { $record } is solved, and does not say what was done
    .label = solved by what?
    .clause = proved by this record
    .help = add action: what was changed, and where; delete solved_at if it is not solved
    .summary = A case of the development team is solved and does not say by what
    .why = Clauses 4.1 to 4.3 are proved by these records: a fix by its version, tuning by figures before and after, or by a proposal where the software cannot be made faster.
    .example = kind: 代码修复 with solved_at and without version
    .remedy = Ask the developers and add it; delete solved_at if nothing is solved yet.
escalation-without-outcome-figures = the tuning { $record } is done, and { $missing } is missing
    .label = how much faster is it?
    .help = add { $missing }, measured for one and the same operation, such as “导出需240秒”; if the software cannot be made faster, write optimisable: 否 and add a proposal
escalation-without-outcome-proposal = { $record } says that the software cannot be made faster, and has no proposal
    .label = a proposal is due then
    .help = put it below data/attachments/ and add proposal: attachments/…; delete solved_at if it is not written yet; if it can be made faster after all, write optimisable: 是
escalation-without-outcome-version = the fix { $record } is done, and its version is missing
    .label = which version brings it?
    .help = add version, such as V3.2.7

evidence-missing = item { $clause } has no evidence
    .label = no attachment and no measured value
    .proof = due: { $proof }
    .help = put the file below data/attachments/ and add evidence: [attachments/…] to the item; write values read by hand under measured
    .summary = An item was judged without the proof that the contract file asks for
    .why = Acceptance goes through the proof item by item. 正常 alone does not show that anybody looked.
    .example = 1.9 is 正常 and no log statistics are attached
    .remedy = Add the raw output or screenshot of that day; a clause about suggestions is proved by naming the findings in its result.
evidence-missing-not-applicable = item { $clause } is 不适用, and no agreement is attached
    .label = this takes an agreement in writing
    .help = put the e-mail or minutes below data/attachments/ and name the file in the item's evidence

figure-contradicts-probe = the result says { $figure } for { $object }, the sample { $value }
    .label = { $figure } is not what was sampled
    .clause = judged by this clause
    .sample = sampled at { $at }
    .help = write what was sampled; if another time or reading is meant, say so in the text
    .summary = A result gives another figure than the sample it is judged by
    .why = The report prints both side by side, and the first question will be which is true.
    .example = “EBILL_DATA为71.2%” where the day's sample is 74.86 %
    .remedy = Write the sampled value, rounded or cut to as many decimals as you like.

file-missing = records need { $path }, and there is none
    .label = needed here
    .help = add { $path }; the README shows how it is written
    .summary = The list of people or of assets is missing
    .why = Without people a report prints no names; without assets the limits of clauses 1.5 to 1.8 have nothing to judge.
    .example = There are inspections and no data/people.yaml
    .remedy = Add the file and list what the records name.

finding-without-follow-up = this inspection does not follow up { $id }, which was open
    .label = { $id } is missing
    .finding = raised in { $period } and not closed
    .help = add a follow-up: finding: { $id }, action, and status (关闭, 处理中 or 未处理)
    .summary = An open finding is not mentioned by the next inspection
    .why = An auditor looks first whether the chain of quarters closes. A finding never mentioned again was never put right.
    .example = F-2026Q1-01 is open, and the follow-ups of 2026Q2 do not name it
    .remedy = Follow up every open finding at every inspection, with 未处理 where nothing was done.

follow-up-after-closing = { $id } was closed in { $closed } and is followed up again
    .label = closed already
    .closed = closed here
    .help = delete this one; if the problem came back, raise a new finding that names the old one
    .summary = A finding is followed up after it was closed
    .why = The report would contradict itself: one finding both closed and in work.
    .example = F-2026Q1-01 was closed in 2026Q2, and 2026Q3 says 处理中
    .remedy = Raise a new finding if it came back; change the old status if it was never solved.

future-record = { $day } has not come yet
    .label = later than { $today }, for which this run is made
    .help = check year and month; to look back at an earlier day, set it with --as-of
    .summary = Something is said to have happened after the day of the run
    .why = What has not happened proves nothing. Most likely the year is wrong, above all around New Year.
    .example = finished_at: 2027-06-10 in a record of July 2026
    .remedy = correct a wrong date; if you compute for an earlier day with --as-of, later records stay listed and this warning may be ignored.
future-record-several = { $count } records of this file have not come yet, the first listed on { $day }
    .label = later than { $today }, for which this run is made

hold-incomplete = the wait of { $record } has no { $missing ->
        [both] reason and no file that proves it
       *[evidence] file that proves it
    }; the clock runs on
    .label = without a file no clock stops here
    .help = { $missing ->
        [both] add hold_reason (what the customer wanted to wait for) and hold_evidence (the customer's wish in writing, such as attachments/2026Q2/…); if there is no such file, delete every hold_ key
       *[evidence] add hold_evidence (the customer's wish in writing, such as attachments/2026Q2/…); if there is no such file, delete every hold_ key
    }
    .summary = A wait that the customer asked for is told in part, or backwards
    .why = The contract knows no such waits. Only one that the customer asked for in writing stops a clock; without a file it runs on, and a wait told in part makes people believe that it was deducted.
    .example = hold_from and hold_reason without hold_evidence
    .remedy = Give start, end, reason and proof (no end while it lasts), or delete them all.
hold-incomplete-from = { $record } has { $key }, and no start of the wait
    .label = without hold_from the clock runs on
    .help = add hold_from, the moment at which the customer asked for it; if there was no wait, delete every hold_ key
hold-incomplete-order = the wait of { $record } ends at { $to }, not after its start at { $from }; the clock runs on
    .label = not after the start
    .earlier = the start
    .help = check the dates, and write 16:00 for four in the afternoon
hold-incomplete-reason = the wait of { $record } has no reason
    .label = why did the customer ask for it?
    .help = add hold_reason: who asked, and for what, such as “财务科要求月结后再处理”

item-missing = this inspection lacks { $count ->
        [one] item
       *[other] { $count } items:
    } { $clauses }
    .label = { $clauses } missing here
    .clause = a clause to be inspected
    .help = add clause, verdict and result for each; what was not inspected is 未检 with a reason
    .summary = An item that the contract owes does not appear in the inspection
    .why = The contract owes each item as often as it says. An item left out has no proof for that period.
    .example = The items of 2026Q2 have no "1.9"
    .remedy = Add the item; if nobody looked, write 未检 as it was.

item-not-listed = the contract file has no item { $clause }
    .label = unknown item
    .help = correct the number and quote it ("1.10" without quotes becomes 1.1); to be inspected are: { $known }
    .summary = An inspection judges an item that is not owed by inspection
    .why = A result without a clause gets into no acceptance table, and the item that was meant stays empty.
    .example = clause: "1.11"; or clause: 1.10 without quotes, which reads 1.1
    .remedy = Write the number as the contract file has it; if the contract does have the item, add it to clauses first.
item-not-listed-other-evidence = clause { $clause } is not proved by inspection but by { $evidence }
    .label = no item
    .clause = proved by { $evidence }
    .help = delete it from items; to be inspected are: { $known }

knowledge-name = the entry { $id } stands in a file called { $stem }
    .label = the file is called { $stem }
    .help = make them agree: change it here, or call the file { $id }.md; tickets name the entry by its id
    .summary = An entry's id is not its file's name, or its path makes no tree
    .why = The list of frequent questions (clause 3.1.5) goes by nodes and ids. Where names differ, one finds the file and not the entry.
    .example = id: K21 in K12.md; node: 票据开具//开票失败
    .remedy = Give id and file one name; part the levels by “/”, three at most, each with a name.
knowledge-name-deep = the node “{ $node }” has { $levels } levels; { $deepest } are the most
    .label = too deep
    .help = bring it down to { $deepest }, such as “票据开具/开票失败”; say finer things in question and keywords
knowledge-name-empty-step = a level of the node “{ $node }” has no name
    .label = every level needs a name
    .help = delete a superfluous “/” or name the level, as in “票据开具/开票失败”

knowledge-orphan = no ticket names the entry { $record }
    .label = nobody asked for it
    .help = if somebody did, add knowledge: { $record } to that ticket; an entry written ahead may stay as it is
    .summary = No ticket names an entry of the knowledge tree
    .why = The list of frequent questions goes by how often each was asked. An entry that none names counts zero, most often because the agent forgot to name it.
    .example = K31 is written, and no ticket has it in its knowledge
    .remedy = Look through recent tickets and add it where its answer was given; it may stay if nobody asked.

late-without-reason = { $record } missed a limit ({ $duties }) and does not say why
    .label = due by { $deadline }; a reason is due
    .clause = this limit was missed
    .help = add late_reason: why it was late and what was done about it; if it was not late, correct the moment that is wrong
    .summary = A ticket missed a limit in time and gives no reason
    .why = Clauses 3.b, 3.c, 3.1.3 and 3.1.4 have limits, and the report lists every miss with its reason. An empty cell is the first thing the hospital will ask about.
    .example = Received 09:03, responded 10:20, late_reason empty
    .remedy = Write what happened; if the customer asked in writing to wait, fill in hold_from, hold_to, hold_reason and hold_evidence.

limit-incoherent = a limit of clause { $clause } has no bound
    .label = no below, at_most or at_least
    .help = add one of below, at_most and at_least; for advice as well, with source: 建议值
    .summary = A limit can judge nothing, or judges everything alike
    .why = The 90 % of clauses 1.5, 1.6 and 1.8 are judged by it. With a wrong limit a full tablespace looks 正常.
    .example = metric and advise, but no below
    .remedy = Give each limit one bound; advise must be reached before it.
limit-incoherent-two-bounds = a limit of clause { $clause } has both below and at_most
    .label = one upper bound is enough
    .help = keep below for 少于 and 低于, at_most for 不超过 and 以内
limit-incoherent-nothing-fits = no value satisfies the limit of clause { $clause }
    .label = the lower bound
    .help = compare at_least with below or at_most
limit-incoherent-advise-beyond = the advisory line { $line } of clause { $clause } does not come before the bound
    .label = by here the limit is missed
    .help = attention is due before the bound is reached, such as below: 90 with advise: 80
limit-incoherent-not-inspected = clause { $clause } is proved by { $evidence }; its limit is never judged
    .label = only inspected clauses have limits
    .help = move the limit to a clause proved by inspection, or change evidence to 巡检记录

metric-incoherent = the minimum of { $metric } is not below its maximum
    .label = no value lies between them
    .help = compare minimum and maximum
    .summary = A metric contradicts itself
    .why = With its bounds the wrong way round every sample is left out; with one of total and used missing a share cannot be checked.
    .example = minimum: 100 and maximum: 0; total without used
    .remedy = Correct the metric in contract.yaml.
metric-incoherent-half = { $metric } lacks { $missing }; its share cannot be checked
    .label = total and used go together
    .help = add { $missing }, or delete the other one
metric-incoherent-other-object = { $metric } and { $part } are measured at different objects
    .label = not measured at { $kind }
    .help = name a metric that is measured at { $kind }

missing-attachment = there is no file { $path }
    .label = not found
    .help = put it at data/{ $path } and commit it; paths start below data, such as attachments/2026Q2/df.txt, in the same letter case
    .summary = A record names a file as evidence, or shows one as a picture, that is not there
    .why = The report lists it as an appendix; if it cannot be shown at acceptance, the item has no proof. A picture in an answer is not shown.
    .example = evidence: [attachments/2026Q2/df.txt] where the file is called DF.txt
    .remedy = Add the file or correct the path; if it is lost, delete the reference and say so in the result.
missing-attachment-outside = there is no file { $path }
    .label = not a file inside data/attachments/
    .help = put the file inside data/attachments/, commit it, and write its path, such as attachments/2026Q2/df.txt
missing-attachment-similar = there is no file { $path }; did you mean { $meant }?
    .label = { $meant }?
    .help = change it to { $meant }; paths start inside data (without data/), with slashes, in the same letter case

notice-chain = { $record } names itself as the first notice
    .label = { $first } is this very ticket
    .help = delete first_notice if this is the first one; otherwise name the first one
    .summary = A later notice does not lead straight to the first one of its fault
    .why = The clock of a fault runs from its first notice (chapter 3), and later ones have none. If they name the wrong one, nobody's clock runs for that fault and no miss is seen.
    .example = T-03 names T-02 in first_notice, and T-02 names T-01
    .remedy = Let every later notice name the earliest one, and the earliest none.
notice-chain-chain = { $record } names { $first }, which itself names { $next }
    .label = { $first } is no first notice
    .record = it names { $next }
    .help = name the earliest one, most likely first_notice: { $next }
notice-chain-circle = { $record } and { $first } name one another
    .label = so both are later ones
    .record = { $first } names { $record }
    .help = the one received first is the first notice: delete first_notice here
notice-chain-later = { $record } names { $first }, which was received only at { $at }
    .label = later than this one
    .record = when it was received
    .help = turn them round: delete first_notice here and add first_notice: { $record } to { $first }; or correct received_at

onsite-without-visit = { $record } was settled on site, and there is no visit for it
    .label = no visit names { $record }
    .clause = arrival is proved by a visit
    .help = add one in data/visits/: id, purpose: 现场服务, ticket: { $record }, engineers, arrived_at, work; correct resolution if nobody went there
    .summary = A ticket says that it was settled on site, and no visit names it
    .why = Chapter 3 owes an engineer on site within 24 hours, and the signed sheet tells when. Without it arrival is not proved, and may count as missed.
    .example = resolution: 现场, and no visit with this ticket in data/visits/
    .remedy = Add the visit with a scan of the signed sheet; one visit for several notices of a fault names the first of them.

outside-term = the inspection ended on { $day }, and { $period } begins on { $from }
    .label = before its period
    .help = check the date, or give the record the period (and file name) it belongs to
    .summary = A date does not lie in the period it is filed for
    .why = Last quarter's inspection is not this quarter's, and last quarter's samples prove nothing of this one.
    .example = finished_at: 2026-03-19 in 2026Q2.yaml
    .remedy = Correct the date, or file it where it belongs.
outside-term-sample = a sample of { $day } lies in the folder { $folder }
    .label = { $folder } runs from { $from } to { $to }
    .help = move such rows to the folder of their period; most likely the script did not change folders
outside-term-folder = “{ $folder }” is no period of the contract; samples cannot lie here
    .help = samples lie in data/probes/PERIOD/, such as data/probes/2026Q2/
outside-term-record = { $day } lies outside the contract's term
    .label = the term runs from { $from } to { $to }
    .help = check year and month; work outside the term is not owed by this contract: move it out of data; if the contract was prolonged, change term in contract.yaml

parts-disagree = { $share } % of { $object } is not { $used } of { $total }, which makes { $computed } %
    .label = the share on { $day }
    .total = the total
    .used = the part in use
    .help = check the probe script: all three must be of one object and one reading (allocated or maximum size). They differ on { $days } days
    .summary = A share does not agree with the part and the whole
    .why = The report prints all three in one row. One of them is wrong, and with it perhaps the verdict on clauses 1.5 to 1.8.
    .example = 85.44 GB of 120 GB in use, and a share of 60 %
    .remedy = Correct the script and export these days again; the reading must be the space_basis of contract.yaml.
parts-disagree-too-large = { $used } of { $object } in use is more than its total { $total }
    .label = in use on { $day }
    .total = the total
    .help = check units (GB, MB) and object in the probe script. They differ on { $days } days

period-mismatch = the period { $period } is not the file's name { $stem }
    .label = the file is called { $stem }
    .help = make them agree: change it here, or rename the file to { $period }.yaml
    .summary = A record's period is not its file's name, or no period of the contract
    .why = In the wrong period one quarter lacks its proof and another has two.
    .example = 2026Q1.yaml copied to 2026Q2.yaml, with period still 2026Q1
    .remedy = Correct period or file name; term and periods of the contract decide what periods are called.
period-mismatch-unknown = { $period } is no period in which the contract owes an inspection
    .label = unknown period
    .help = choose one of { $known }; if term or quarters are wrong, correct term and periods in contract.yaml
period-mismatch-not-owed = { $period } is no year of the contract, and cannot be that of { $evidence }
    .label = unknown year
    .help = choose one of { $known }; if term or years are wrong, correct term and periods in contract.yaml
period-mismatch-misfiled = the file { $stem } holds { $count ->
        [one] a record
       *[other] { $count } records
    } received at other times: { $ids }
    .label = received on { $day }
    .help = move them to the file of their month or quarter, or correct the date. Figures go by the receipt, not by the file's name
period-mismatch-year = the year { $period } is not the file's name { $stem }
    .label = the file is called { $stem }
    .help = make them agree: change it here, or rename the file to { $period }.yaml

personal-id-number = the text holds the citizen's identity number { $masked }
    .label = holds an identity number
    .help = delete it, and name a ticket or bill instead; if it was committed, the project manager decides about the git history
    .summary = A text holds a citizen's identity number
    .why = The Personal Information Protection Law protects it strictly, and neither records nor reports need it.
    .example = A result that names a patient by identity number
    .remedy = Delete or rewrite it, and mask it in screenshots. Bill codes of 18 digits fail the check digit and are not reported.

phone-number-in-text = the text holds the mobile number { $masked }
    .label = holds a mobile number
    .help = delete it; a name or function will do. A caller's number stands under phone, that of other people in people.yaml; both are masked when printed
    .summary = A record's text holds a mobile number
    .why = Numbers in the list of people and under phone are masked; those in a text are printed as they are.
    .example = An action that ends in somebody's mobile number
    .remedy = Write “told the information department by phone”.

placeholder-left = the text still holds “{ $mark }”
    .label = not filled in yet
    .help = write what is meant; if there is nothing to say, delete the whole line of an optional key
    .summary = A draft's placeholder was never filled in
    .why = It would be printed as it is, for the hospital to sign.
    .example = conclusion: TODO
    .remedy = Fill in each; search for TODO, 待填写 and 待补充.

probe-for-unknown-asset = the list of assets has no { $asset }, which has { $samples } samples
    .label = unknown asset
    .help = add { $asset } to assets.yaml, or correct the probe script; known are: { $known }
    .summary = Samples of an asset or object that the list of assets does not know
    .why = Such samples are judged by nothing: a new tablespace could fill up unseen.
    .example = The script writes db-1, assets.yaml has db1
    .remedy = Add what is new to assets.yaml; change list and script together when a name changes.
probe-for-unknown-asset-kind = { $asset } is no { $kind }; { $samples } samples of { $metric } belong to nothing
    .label = the metric does not go with the asset
    .help = { $metric } is measured at { $kind } only: correct asset or metric in the script; known are: { $known }
probe-for-unknown-asset-object = { $asset } has no { $kind } “{ $object }”, which has { $samples } samples
    .label = unknown object
    .help = add “{ $object }” to { $asset } in assets.yaml, or correct the probe script; known are: { $known }

reason-missing = item { $clause } is { $verdict } without a reason
    .label = a reason is due
    .help = add a reason, such as the hospital's refusal of a window and the day agreed on instead
    .summary = An item is 未检 or 不适用 and nobody says why
    .why = The hospital must accept the one, and both sides agree on the other. Without a reason the item counts as not performed.
    .example = verdict: 未检 without a reason
    .remedy = Write why, and when it will be done; attach the agreement for 不适用.

result-missing = item { $clause } is { $verdict } without a result
    .label = a verdict without a result
    .help = add a result: what was looked at, the values, and how they compare with the quarter before
    .summary = An item was judged, and nobody says what was seen
    .why = The column would stay empty, and no hospital signs a verdict without facts.
    .example = verdict: 正常 without a result
    .remedy = Write what was seen, with values where there are any.

revisit-incomplete = the revisit { $record } lacks { $missing }
    .label = a revisit needs { $missing }
    .clause = proved by revisits
    .help = add period (the year, such as 2026 or Y1), method (现场, 电话 or 视频) and interviews (department, suggestion and impression of each person; written in YAML); if it was no revisit, change purpose to 现场服务
    .summary = A revisit is not complete, or a visit on site holds what belongs to a revisit
    .why = Clause 5.1 owes that customers are asked for suggestions and impressions. Without year and interviews it proves no year at all.
    .example = purpose: 回访 without interviews
    .remedy = Add year, method and what each person said; a visit to mend a fault has purpose 现场服务.
revisit-incomplete-on-site = the visit on site { $record } has { $key }, which belongs to revisits
    .label = no { $key } for work on site
    .purpose = the purpose
    .help = change purpose to 回访 if it was one; otherwise move { $key } to the revisit

sla-incoherent = the window opens at { $from }, not before it closes at { $to }
    .label = no moment lies within
    .help = write window: ["09:00", "18:00"], opening first
    .summary = Limits in time, days or clocks of clauses contradict one another
    .why = Every limit of chapter 3 is computed by sla, calendar and clauses in contract.yaml. If they are wrong, every verdict on a ticket is.
    .example = window: ["18:00", "09:00"]; ordinary matters with a shorter limit than urgent ones; two clauses with clock: 响应
    .remedy = Correct contract.yaml by the contract's words; leave out what was not agreed, and the defaults hold.
sla-incoherent-answers = { $unit ->
        [hours] the limit of ordinary matters ({ $normal } hours) is shorter than that of urgent ones ({ $urgent } hours)
       *[minutes] the limit of ordinary matters ({ $normal } minutes) is shorter than that of urgent ones ({ $urgent } minutes)
    }
    .label = the limit of ordinary matters
    .help = check urgent_hours and normal_hours (or urgent_minutes and normal_minutes), most likely exchanged; minutes win over hours
sla-incoherent-clock = clause { $clause } has the clock “{ $clock }”, and is proved by { $evidence }
    .label = nothing will be timed
    .evidence = the kind of evidence
    .help = clocks of response and answer take evidence: 服务记录, that of arrival 现场服务单; delete clock if the clause has no limit
sla-incoherent-counts = clause { $clause } has a clock, which has no use for counts
    .label = never looked at
    .clock = the clock
    .help = a clause with a clock picks its tickets by the clock: delete counts; or delete clock if there is no limit
sla-incoherent-day = { $day } is both a further day off and a further workday
    .label = worked here
    .holiday = off here
    .help = keep what it really is, and delete the other
sla-incoherent-long = { $key } comes to { $hours } hours, more than a year ({ $longest } hours)
    .label = too long
    .help = check the unit: _hours are hours, _minutes are minutes
sla-incoherent-twice = clauses { $clause } and { $first } have the same clock “{ $clock }” for the same channels
    .label = tickets would count twice
    .first = given before
    .help = part them by channels if the contract does; if both tell one promise, keep one clock
sla-incoherent-useless = clause { $clause } is proved by { $evidence }, which has no use for { $key }
    .label = never looked at
    .evidence = the kind of evidence
    .help = delete { $key } or correct evidence: channels go with 服务记录, 服务渠道, 值班安排 and clauses with a clock, counts with 服务记录 without a clock, escalation with 后端支持记录

survey-by-the-engineer-who-served = { $person }, who asks, { $visits ->
        [0] took { $tickets } tickets
       *[other] { $tickets ->
            [0] made { $visits } visits on site
           *[other] took { $tickets } tickets and made { $visits } visits on site
        }
    } in { $period }
    .label = whoever asks must not have served
    .served = one of them
    .clause = proved by the survey
    .help = let somebody who did not serve ask again; if a record is wrong, correct surveyors, or who took that ticket or made that visit
    .summary = The one who served asks how content people are
    .why = Nobody answers truly when asked whether they are content with the one who asks. The survey of clause 6.1 serves improvement and acceptance, so the two must be apart.
    .example = The hotline agent miaoqingdai among the surveyors of 2026
    .remedy = Let somebody who neither takes calls nor visits make them; ask again where it has happened.

survey-incomplete = { $respondent } is 完成, and has no answer
    .label = completed without answers
    .help = add answers, such as answers: {"{"} Q1: 满意 {"}"}; correct outcome if the talk did not happen
    .summary = Calls, outcomes and answers of a survey do not go together
    .why = The satisfaction report (clause 6.1) prints the list, the calls, the response rate and the scores. One contradiction makes all rates doubtful.
    .example = outcome: 完成 without answers; 拒访 where the last call was 未接通
    .remedy = Go through the calls person by person; call those who were not reached three times, at different times.
survey-incomplete-few-attempts = { $respondent } was not reached, after { $calls ->
        [one] one call
       *[other] { $calls } calls
    }
    .label = { $least } at different times are due
    .help = call again and add attempts; add the calls that were made and not written down
survey-incomplete-last-attempt = { $respondent } is { $outcome }, and the last call came to { $told }
    .label = not what the last call came to
    .attempt = the last call
    .help = make them agree; calls stand in order of time, the last one last
survey-incomplete-no-attempts = { $respondent } is 完成, and was never called
    .label = completed without a call
    .help = add attempts with time and outcome; correct method if this was no survey by telephone
survey-incomplete-overall = { $question } is an overall question, and { $first } was one already
    .label = there can be one
    .first = the first one
    .help = keep one; change kind of the others to 评分 or 开放
survey-incomplete-pending = the survey was finished on { $day }, and { $respondent } is still to be called
    .label = finished, and nobody asked
    .finished = finished here
    .help = say what it came to: 完成, 拒访, 未接通, 空号, 已离岗 or 未使用; delete finished_on if it still runs

survey-rules-incoherent = “{ $word }” scores { $score }, not below the { $limit } of “{ $above }” before it
    .label = best first, worst last
    .help = list the levels from best to worst with falling scores, such as 100, 80, 60, 40, 20
    .summary = The scale or the weights of surveys contradict themselves
    .why = Rates and scores are computed by the scale (clause 6.1). If it is wrong, the same answers give another result.
    .example = 满意 and 一般 both with 80; 一般 both satisfied and negative; weights that come to 95
    .remedy = Correct survey in contract.yaml, or the weights of that year's questions.
survey-rules-incoherent-both = “{ $word }” counts both as satisfied and as negative
    .label = it can be one of them
    .help = keep satisfied or negative; a level in the middle has neither
survey-rules-incoherent-twice = “{ $word }” stands twice in the scale
    .label = the second time
    .first = the first time
    .help = correct the word, or delete a level
survey-rules-incoherent-unknown = “{ $word }”, the word for no opinion, is a level of the scale
    .label = a word cannot both count and not count
    .help = choose another, such as unknown: 不了解
survey-rules-incoherent-weights-some = { $questions } have no weight, and other rated questions have one
    .label = no weight
    .weight = this one has a weight
    .help = give every rated question a weight, 100 together; or none, and they weigh alike. Overall and open questions have none
survey-rules-incoherent-weights-sum = the weights of the rated questions come to { $sum }
    .label = 100 (or 1) is due
    .help = change them until the rated questions come to 100; overall and open questions do not count

survey-scale = { $respondent } answered { $question } by “{ $word }”, which is not in the scale
    .label = no word of the scale
    .help = write one of: { $words }; the person's own words go under comments
    .summary = An answer of a survey cannot be counted
    .why = Rates count the words of the scale (clause 6.1). Another word, or one under the wrong question, is counted nowhere.
    .example = Q1: 比较满意 among the answers, and no such word in the scale
    .remedy = Answer rated questions by words of the scale and open ones under comments, by the ids in questions.
survey-scale-open = { $question } is an open question, and { $respondent } has it among the answers
    .label = open questions go elsewhere
    .help = move it to comments, in the person's own words
survey-scale-question = there is no question { $question }, and { $respondent } answered it
    .label = unknown question
    .help = correct the id; the questionnaire has: { $known }
survey-scale-rated = { $question } is a rated question, and { $respondent } has a comment under it
    .label = rated questions have no comments
    .help = the word of the scale goes under answers; move the person's own words to an open question under comments

text-missing = { $key } is blank
    .label = nothing here
    .help = write it; reports print this text
    .summary = A text that reports print is blank
    .why = A blank conclusion, problem or name leaves a gap in a report that is signed and filed.
    .example = conclusion: ""
    .remedy = Write the text.

ticket-without-outcome = { $record } was closed at { $at }, and says neither how it was settled nor what was answered
    .label = closed, but how?
    .help = add resolution (电话, 远程, 现场 or 研发) and answer; delete closed_at if it is not finished
    .summary = A ticket is closed or settled and does not say how
    .why = The record of users' problems (clause 3.1.5) prints how each was settled and what was answered. An empty row does not show that anything was solved.
    .example = closed_at: 2026-05-06 14:00 without resolution
    .remedy = Add it from what was noted then; a later notice with first_notice needs none, the first one tells it.
ticket-without-outcome-answer = { $record } was closed at { $at }, and does not say what was answered
    .label = closed without an answer
    .help = add answer, a sentence or two: the cause, and what was done; delete closed_at if it is not finished
ticket-without-outcome-instant = { $record } was answered at once, and does not say when
    .label = this takes a time too
    .help = add answered_at, within that very call; change instant to 否 if it was answered later
ticket-without-outcome-resolution = { $record } was closed at { $at }, and does not say how it was settled
    .label = closed, but how?
    .help = add resolution: 电话, 远程, 现场 or 研发; delete closed_at if it is not finished
ticket-without-outcome-settled = { $record } was answered or solved at { $at }, a month ago, and does not say how it was settled
    .label = settled long ago
    .help = add resolution: 电话, 远程, 现场 or 研发; add closed_at as well if it is finished

time-order = it ended at { $after }, before it began at { $before }
    .label = before the start
    .earlier = the start
    .help = check the date, and morning against afternoon (4 pm is 16:00)
    .summary = Of two dates that follow one another the later is earlier
    .why = Inspections that end before they begin and findings due before they were found show at a glance that a record is wrong.
    .example = started_at: 2026-06-10 09:00 and finished_at: 2026-06-10 04:40
    .remedy = Correct one of them by the original notes.
time-order-term = the term ends on { $after }, before it begins on { $before }
    .label = before the first day
    .earlier = the first day
    .help = correct the term by the contract; without it no period is owed at all
time-order-due = due on { $after }, before it was found on { $before }
    .label = due before it was found
    .earlier = the inspection began
    .help = check year and month of due
time-order-revision = version { $version } is of { $after }, before { $before }
    .label = before the date in front of it
    .earlier = the date in front of it
    .help = a report is written after the inspection, and versions stand in order of date: correct date or order
time-order-follow-up = the inspection of { $after } follows up { $id }, which was raised on { $before }
    .label = not raised yet
    .earlier = raised here
    .help = correct the number, or move it to the follow-ups of a later inspection

time-order-closed-early = { $id } was closed on { $day }, before it was found on { $before }
    .label = closed before it was found
    .earlier = the inspection began
    .help = check year and month of closed_on
time-order-closed-late = { $id } was closed on { $day }, after the inspection that says so ended on { $after }
    .label = not come yet when this was written
    .earlier = the inspection ended
    .help = check the date; if it was open then, write 处理中 and close it at the next inspection
time-order-days = the { $second } ({ $after }) lies before the { $first } ({ $before })
    .label = before the { $first }
    .earlier = the { $first }
    .help = check year, month and day
time-order-moments = the { $second } ({ $after }) lies before the { $first } ({ $before })
    .label = before the { $first }
    .earlier = the { $first }
    .help = check the date, and morning against afternoon (4 pm is 16:00); a time without seconds means :00, so write seconds in both or in neither
time-order-before-receipt = the { $second } ({ $after }) lies before the { $first } of { $ticket } ({ $before })
    .label = { $ticket } had not come in yet
    .earlier = { $ticket } came in here
    .help = check the date, or correct the number of the ticket
time-order-after-end = the { $second } ({ $after }) lies behind the survey's { $first } ({ $before })
    .label = the survey was over
    .earlier = the { $first }
    .help = check the date; if the survey still runs, correct or delete finished_on

typical-without-knowledge = { $record } is typical, and names no entry of the knowledge tree
    .label = a typical problem needs its answer
    .clause = typical problems are to have answers
    .help = add knowledge: the entry's id (such as K12); write one in data/knowledge/ if there is none; change typical to 否 if it is not
    .summary = A typical ticket names no entry of the knowledge tree
    .why = Clause 3.1.5 owes typical problems with their answers. Without the answer it is half performed.
    .example = typical: 是 with an empty knowledge
    .remedy = Write question and answer as an entry of the tree, and put its id into the ticket.

unit-mismatch = { $metric } is in “{ $expected }”; { $samples } samples are in “{ $unit }”
    .label = another unit: not judged
    .help = correct unit and values in the probe script; to change the unit, change the limits in contract.yaml as well
    .summary = Samples are in another unit than their metric
    .why = They cannot be compared with the limit. With 0.83 for 83 % everything would look 正常.
    .example = tablespace.used_pct in “percent”
    .remedy = Let the script write the unit of the metric in contract.yaml, and export again.
unit-mismatch-none = { $metric } is in “{ $expected }”; { $samples } samples have no unit
    .label = no unit: not judged
    .help = write “{ $expected }” in the column unit; if the metric has none, delete unit in contract.yaml

unknown-metric = the contract file has no metric { $metric }, which has { $samples } samples
    .label = unknown metric
    .help = add it to metrics in contract.yaml, or correct the probe script; known are: { $known }
    .summary = Samples of a metric that is not listed
    .why = They are judged by nothing; most likely the name is wrong and the right metric has no values.
    .example = tablespace.used for tablespace.used_pct
    .remedy = Correct the script; list a new metric with title, object and unit in contract.yaml.

unknown-reference = { $what ->
        [person] the list of people has no { $id }
        [clause] the contract file has no clause { $id }
        [finding] there is no finding { $id }
        [metric] the contract file has no metric { $id }
        [asset] the list of assets has no { $id } of this kind
        [object] the asset has no “{ $id }”
        [part] of { $id }, it does not say which part
        [code] there is no deviation called { $id }
        [ticket] there is no ticket { $id }
        [escalation] there is no case { $id } of the development team
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
       *[other] unknown name
    }
    .help = { $what ->
        [person] write the id from people.yaml, not the name; list new people first. Known are: { $known }
        [clause] correct the number and quote it; known are: { $known }
        [finding] correct the number; raised so far: { $known }
        [part] add object, one of: { $known }
        [code] only deviations can be acknowledged, data errors are corrected; possible are: { $known }
        [ticket] correct the number; the nearest are: { $known }
        [escalation] correct the number, or enter the case first; the nearest are: { $known }
        [knowledge] correct the number, or write the entry first; the nearest are: { $known }
        [record] write the number of a ticket, visit, case, inspection or finding; the nearest are: { $known }
       *[other] correct the name, or list it first; known are: { $known }
    }
    .summary = A record names a person, clause, finding, other record, metric, asset or check that there is not
    .why = The report could print no name, clause or finding, and the chain of proof breaks here.
    .example = inspectors: [骆闻笙] where the id is luowensheng
    .remedy = Correct the name; list what is new in people.yaml, contract.yaml or assets.yaml first.

unprintable-character = the text holds { $character } ({ $code }), which the report's fonts lack
    .label = holds { $code }
    .help = use an ordinary character: words for pictures, the common form of a rare one; delete invisible ones
    .summary = A text holds a character that the shipped fonts lack
    .why = PDF/A, the form for archives, allows no missing glyph: the whole report could not be made.
    .example = A picture character in a result, or a zero-width space copied from a web page
    .remedy = Find it by its code and replace it; if a person's name needs it, ask the project manager for another font.

unused-acknowledgement = nothing matches this acknowledgement: { $code }, { $record }
    .label = there is no such deviation
    .help = delete it if the deviation is gone; otherwise take the record from weibao check --format json
    .summary = An acknowledgement has no deviation
    .why = An old acknowledgement would hide the next deviation of its name.
    .example = An item was inspected in the end, and its acknowledgement is still there
    .remedy = Delete it, or correct code and record.

unused-attachment = no record names the attachment { $path }
    .help = name { $path } in the evidence of the item or record it proves, or delete the file
    .summary = A file lies among the attachments and no record names it
    .why = It gets into no report, so the proof is as good as lost; or it was committed by mistake.
    .example = A screenshot in data/attachments/2026Q2/ that no item's evidence names
    .remedy = Name it, or delete it.

urgent-unknown = { $record } does not say whether work is hindered, and is timed as urgent
    .label = nobody asked: taken as if it were
    .clause = judged by this limit
    .help = ask the caller and write affects_business: 是 or 否; if nobody knows, it stays urgent
    .summary = Nobody asked whether work is hindered, so that the limit for urgent matters holds
    .why = Clauses 3.1.3 and 3.1.4 owe an answer within 24 hours where work is hindered and within 48 where it is not. Unasked, the shorter one holds, and may be missed for nothing.
    .example = affects_business: 未知, or an empty cell
    .remedy = Ask during the call whether work goes on; if asked later, write how it was at the time of the call.
urgent-unknown-both = { $record } hinders work and does not say whether it is urgent; it is timed as urgent
    .label = nobody asked whether it is urgent
    .help = ask the caller and write urgent: 是 or 否; by the contract file a matter is urgent if both are true

verdict-contradicts-probe = item { $clause } says { $verdict }, but { $object } is at { $value }: { $owed } is due
    .label = { $owed } is due
    .clause = { $source ->
        [contract] contract limit { $limit }
        [agreed] agreed limit { $limit }
       *[advisory] advisory line { $limit }
    }
    .sample = sampled at { $at }
    .help = change the verdict to { $owed } and add a finding with a suggestion; correct the sample if it is wrong
    .summary = A verdict is milder than the samples, or harsher without a reason
    .why = Clauses 1.5, 1.6 and 1.8 ask that every value is less than 90 %: one that is not makes the item 异常. Nobody signs a verdict that its values contradict.
    .example = 1.5 says 正常 and EBILL_DATA was at 91.20 % that day
    .remedy = Make the verdict agree: 异常 where a contract limit is missed, 关注 where an advisory line is crossed.
verdict-contradicts-probe-harsher = item { $clause } says { $verdict }, but all values are within bounds and nothing was found
    .label = why { $verdict }?
    .clause = by this clause every value is good
    .help = write the problem as a finding; if the verdict is wrong, change it to { $owed }

visit-without-signature = the visit { $record } does not say who signed, and when
    .label = signed by nobody
    .clause = arrival is proved by the signed sheet
    .help = add signed_by (the id or name of who signed) and signed_on; if nobody signed then, have it signed now, with today's date
    .summary = The sheet of a visit was not signed by the hospital
    .why = Chapter 3 owes arrival within 24 hours, told by the sheet that the department signed. Unsigned, it is only the vendor's word.
    .example = arrived_at: 2026-05-06 12:40 with an empty signed_by
    .remedy = Have the department sign before leaving; have missing signatures added, and file the scan.
visit-without-signature-by = the visit { $record } says when it was signed, and not by whom
    .label = signed by whom?
    .help = add signed_by: the id in people.yaml, or the name of somebody who is not listed
visit-without-signature-on = the visit { $record } says who signed, and not when
    .label = signed when?
    .help = add signed_on, the day on the sheet

## Deviations

advisory-reached = { $metric } of { $object } is at { $value }, past the advisory line
    .label = { $object } of { $asset }
    .clause = advisory line { $limit }, not a contract limit
    .sample = sampled at { $at }
    .help = the contract is met, but act early; the warning ends when the findings about it are closed in followups. If the hospital agrees to wait, acknowledge it: code: advisory-reached, record: { $record }
    .summary = A measured value is past the advisory line
    .why = The contract's limit is 90 %, the advisory line is advice. At the limit it is often too late to extend.
    .example = EBILL_DATA at 83.40 % with an advisory line of 80 %
    .remedy = Suggest to extend or archive, and follow it up until it is closed.

answer-late = { $id } was answered at { $stop }, { $overrun } behind its limit{ $explained ->
        [yes] { " " }({ $reason })
       *[no] { "" }
    }
    .label = { $by ->
        [interim] word of progress counted; due by { $deadline }, counted from { $start }
       *[answer] due by { $deadline }, counted from { $start }
    }
    .clause = { $duty ->
        [urgent-answer] it hinders work: an answer within { $limit }
       *[normal-answer] it hinders no work: an answer within { $limit }
    }
    .help = correct answered_at if it is wrong; otherwise write the cause under late_reason, the report lists it anyway. If agreed with the hospital, acknowledge it: code: answer-late, record: { $record }
    .summary = A matter that could not be answered at once was answered behind its limit
    .why = Clauses 3(1).3 and 3(1).4 owe an answer within 24 hours where it hinders work, and 48 hours where it does not. A solution or a plan with a date is an answer, word of progress is not.
    .example = A question of Monday 09:10 answered on Wednesday at 09:51, 41 minutes behind 48 hours
    .remedy = Leave the time as it was and write late_reason; give a plan with a date before the limit next time.

arrival-late = { $by ->
        [remote] { $id } was solved from outside at { $stop } without a visit
       *[arrival] for { $id } an engineer arrived at { $stop }
    }, { $overrun } behind its limit{ $explained ->
        [yes] { " " }({ $reason })
       *[no] { "" }
    }
    .label = due by { $deadline }, counted from { $start }
    .clause = by this clause, arrival within { $limit }
    .help = correct arrived_at by the signed sheet (or remote_resolved_at) if it is wrong; otherwise write the cause under the ticket's late_reason, the report lists it anyway. If agreed with the hospital, acknowledge it: code: arrival-late, record: { $record }
    .summary = A fault that telephone and remote work did not solve had its engineer behind the limit
    .why = Chapter 3 owes an engineer on site within 24 hours. What is solved from outside within the limit needs none; solved later it is late all the same.
    .example = Notice on Friday at 17:30, arrival on Saturday at 18:20
    .remedy = Leave the time as it was and write late_reason; send somebody early when remote work does not help.

asset-not-probed = the inspection has no { $metric } of { $object }
    .label = no value of { $object } of { $asset }
    .clause = every object is inspected, limit { $limit }
    .help = add the samples from before { $before }; without any, write what was read by hand under measured; delete what is out of use from assets.yaml. If the hospital agrees, acknowledge it: code: asset-not-probed, record: { $record }
    .summary = An object that a limit speaks of has no value at an inspection
    .why = The contract says 均, every one. With one left out the item was not fully inspected.
    .example = EBILL_LOB is listed and the script does not sample it
    .remedy = Let the script sample everything listed; write values read by hand for this period.

channel-closed = clause { $id } promises { $channel }, and the contract file has no { $key ->
        [email] address
       *[other] number
    } for it
    .label = no { $key } here
    .clause = promised here
    .help = add { $key } to vendor in contract.yaml, once the channel is open. If the hospital agrees to do without, acknowledge it: code: channel-closed, record: { $record }
    .summary = A channel is promised, and no number or address is listed for it
    .why = Section 3(2) owes a mailbox and a fax. Users cannot write to an unknown number; nobody writing is no fault, no channel is.
    .example = Clause 3.2.2 promises a fax, and vendor has no fax
    .remedy = List the number or address, and tell every department.

escalation-open = { $id } ({ $kind }) was handed over in { $period }, { $days } days ago, and is not solved
    .label = no solved_at so far
    .clause = owed by this clause
    .help = add solved_at and result if it is solved; otherwise press for it and write under action how it stands. If agreed with the hospital, acknowledge it: code: escalation-open, record: { $record }
    .summary = A case of the development team outlived its quarter
    .why = Chapter 4 owes mended code and better speed. It sets no limit, but acceptance will ask about a case without result after its quarter.
    .example = E-20260511-01 of May has no solved_at in July
    .remedy = Press for it, and write under action how it stands and which version will bring it.

finding-overdue = finding { $id } was due by { $due } and is not closed
    .label = past
    .last = last followed up
    .help = if it is done, close it in the follow-ups of the next inspection; if not, agree on another day with the hospital and change due. If agreed, acknowledge it: code: finding-overdue, record: { $record }
    .summary = The planned day of a finding has passed and it is not closed
    .why = The contract asks for timely advice. Advice must come to something, and acceptance goes through it point by point.
    .example = F-2026Q1-01 was due on 2026-05-31 and is open in July
    .remedy = Finish and close it; remind the hospital in writing where it is its move.
finding-overdue-hospital = finding { $id } is the hospital's move, was due by { $due } and is not closed
    .label = past (hospital)
    .last = last followed up
    .help = remind the hospital in writing and say so in the next follow-up; it is no deviation of the vendor

inspection-late = the inspection of { $period } was finished on { $day } only
    .label = the period ended on { $ended }
    .clause = owed once a period
    .help = correct the date if it is wrong; otherwise the report will say 逾期履行. If the hospital agrees, acknowledge it: code: inspection-late, record: { $record }
    .summary = An inspection was finished after its period had ended
    .why = Chapters 1 and 2 owe one inspection a quarter; what is done later is performed late.
    .example = The inspection of 2026Q2 was finished on 2026-07-03
    .remedy = Leave the date as it was; plan the next one early, obligation-due-soon will say when.

inspection-missing = { $period } has no inspection record: { $count } items without proof
    .label = owed each period; this one ended on { $ended }
    .help = add data/inspections/{ $id }.yaml; if nobody inspected, the report will say 无履约证据
    .summary = A period has ended without an inspection record
    .why = The contract owes these items each period. Without a record there is no proof, and at acceptance every item of the period is 无履约证据.
    .example = data/inspections/ has no 2026Q2.yaml and the second quarter is over
    .remedy = Find and commit the record; if nobody inspected, agree with the hospital on a day, write it as it was, and the report will say 逾期履行.

item-not-inspected = item { $clause } was not inspected ({ $reason })
    .label = performed in part only
    .clause = owed in this period
    .help = inspect it within the period and change the verdict; if that cannot be, get it in writing from the hospital and acknowledge it: code: item-not-inspected, record: { $record }
    .summary = An item that the contract owes was not inspected
    .why = 未检 is not 正常. With one item left out the clause is performed in part only.
    .example = 2.4 is 未检 because the hospital gave no window
    .remedy = Inspect it soon; where the hospital is the reason, get that in writing.
item-not-inspected-no-reason = item { $clause } was not inspected
    .label = performed in part only

measure-overdue = measure { $id } was due by { $due } and is not done
    .label = past
    .help = if it is done, write status: 关闭 and closed_on; if not, agree on another day with the hospital and change due. If agreed, acknowledge it: code: measure-overdue, record: { $record }
    .summary = An improvement measure of a survey or summary is past its day
    .why = Clause 5.2 asks for measures. The next survey and acceptance will ask about one with a day that was not kept.
    .example = M-2026-01 was due on 2026-06-30 and is in work in July
    .remedy = Finish and close it; if it takes longer, write the new day and why.

negative-answer-without-measure = { $id } ({ $department }) answered “{ $answer }” to { $question }, and no measure answers that
    .label = { $count } negative answers of this person
    .help = call back and ask why; add a measure to this survey: id, problem, measure, owner, due, status, and answers: [{ $id }]. If agreed with the hospital, acknowledge it: code: negative-answer-without-measure, record: { $record }
    .summary = Somebody is not satisfied, and no measure answers that
    .why = A survey is made to get better. A negative answer that comes to nothing leaves a figure, and the same answer next year.
    .example = S04 answered 不满意 to Q1, and no measure names S04 under answers
    .remedy = Call each of them back and set a measure with owner and day; one measure may answer several people.

obligation-due-soon = { $period } has no inspection record yet, and { $left } days are left
    .label = owed in this period, by { $ends }
    .help = plan the inspection and commit data/inspections/{ $id }.yaml
    .summary = A period ends before long and its inspection is not there
    .why = After the period it would be performed late. remind_days in contract.yaml decides how early this is said.
    .example = It is 10 September and 2026Q3 has no inspection
    .remedy = Agree on a day with the hospital, inspect and commit the record.
obligation-due-soon-revisit = { $period } has no revisit yet, and { $left } days are left
    .label = owed in this year, by { $ends }
    .help = plan the revisit and commit its record to data/visits/ with purpose: 回访, period: "{ $id }" and interviews
obligation-due-soon-summary = the service summary of { $period } is not finished, and { $left } days are left
    .label = owed in this year, by { $ends }
    .help = write data/summaries/{ $id }.yaml, then add finished_on
obligation-due-soon-survey = the satisfaction survey of { $period } is not finished, and { $left } days are left
    .label = owed in this year, by { $ends }
    .help = plan the calls, commit data/surveys/{ $id }.yaml, and add finished_on at the end

probe-stale = judged by an old sample: { $object } was last sampled at { $at }
    .label = the inspection ended at { $ended }; { $count } objects were last sampled over { $days } days before
    .clause = judged by this clause
    .sample = the last sample
    .help = add samples of that day, or write what was read by hand under measured; stale_after_days in contract.yaml decides what is old. If the hospital agrees, acknowledge it: code: probe-stale, record: { $record }
    .summary = An inspection is judged by values from days before it
    .why = An inspection proves how things stood that day. Old values would not show what filled up since.
    .example = The script stopped on 1 June, and the inspection of 10 June still uses its value
    .remedy = Start sampling again; for this period write values read by hand.

request-without-handling = { $id } ({ $kind }) does not say what is done about it
    .label = no handling
    .help = add handling (accepted or not, who, when) and status. If agreed with the hospital, acknowledge it: code: request-without-handling, record: { $record }
    .summary = A request heard at a revisit does not say what is done about it
    .why = Clause 5.2 asks for lists of advice, needs and projects. Noted and left, they are a list that leads nowhere.
    .example = R-2026-03 has a text and no handling
    .remedy = Say of each what is done; and why not, where it is declined.

response-late = { $id } was responded to at { $stop }, { $overrun } behind its limit{ $explained ->
        [yes] { " " }({ $reason })
       *[no] { "" }
    }
    .label = { $by ->
        [response] due by { $deadline }, counted from { $start }
        [auto-reply] the automatic reply counted; due by { $deadline }, counted from { $start }
       *[other] there is no responded_at, so this time counts; due by { $deadline }, counted from { $start }
    }
    .clause = by this clause, a response within { $limit }
    .help = correct or add responded_at if it is wrong or missing; otherwise write the cause under late_reason, the report lists it anyway. If agreed with the hospital, acknowledge it: code: response-late, record: { $record }
    .summary = A fault was responded to behind its limit
    .why = Chapter 3 owes a response within an hour, on workdays from 09:00 to 18:00. Somebody taking it up is a response, an automatic reply is not; the limit itself is in time, to the second.
    .example = A fault of 09:40 responded to at 11:21:12, 41 minutes 12 seconds behind
    .remedy = Leave the time as it was and write late_reason; for a call that was picked up, responded_at is received_at.

revisit-missing = { $period } has no revisit: clause { $clause } without proof
    .label = owed once a year; this one ended on { $ended }
    .help = add the record to data/visits/ with purpose: 回访, period: "{ $id }" and interviews; if nobody asked, the report will say 无履约证据. If agreed with the hospital, acknowledge it: code: revisit-missing, record: { $record }
    .summary = A year has ended without a revisit
    .why = Clause 5.1 owes a revisit a year that asks for suggestions and impressions. Without a record it is 无履约证据 at acceptance, and the summary has nothing to go by.
    .example = 2025 is over, and data/visits/ has no revisit with period: "2025"
    .remedy = Find and commit the record; if nobody asked, do it soon with its true date, and the report will say 逾期履行.

roster-gap = { $days ->
        [1] nobody was on duty on { $from }
       *[other] nobody was on duty from { $from } to { $to }, { $days } days
    }
    .label = nobody from { $from } on
    .clause = somebody is promised at all times
    .help = if somebody was, add a row to data/rosters/: from, to, person. If agreed with the hospital, acknowledge it: code: roster-gap, record: { $record }
    .summary = On some days of the term nobody was on duty
    .why = Chapter 3 promises support at all hours. The roster proves that somebody was there on every day; with one missing the clause is performed in part only.
    .example = A duty ends on 2026-04-30 and the next begins on 2026-05-06
    .remedy = Add duties that were forgotten; leave a true gap as it was, and plan the days to come.

still-open-past-deadline = { $duty ->
        [response] nobody has responded to { $id }
        [arrival] for { $id } nobody has arrived, nor was it solved from outside
       *[other] { $id } has no answer
    }; at the beginning of { $today } that is { $overrun } behind its limit{ $explained ->
        [yes] { " " }({ $reason })
       *[no] { "" }
    }
    .label = counted from { $start }, due by { $deadline }
    .clause = by this clause, within { $limit }
    .help = { $duty ->
        [response] add responded_at if somebody did; if not, respond now
        [arrival] if somebody arrived, add the visit to data/visits/ with ticket: { $id }; if it was solved from outside, add remote_resolved_at; if neither, send somebody now
       *[other] add answered_at and answer if somebody did; if not, answer now
    }. If agreed with the hospital, acknowledge it: code: still-open-past-deadline, record: { $record }
    .summary = A limit has passed, and the record knows no response, arrival or answer
    .why = The user still waits. Or it was done long ago and not written down: at acceptance that is late and open.
    .example = A fault of 11 May has no answered_at in July
    .remedy = Do it now; if it was done, add the time and what proves it.

summary-missing = { $period } has no service summary: clause { $clause } without proof
    .label = owed once a year; this one ended on { $ended }
    .help = write data/summaries/{ $id }.yaml; without it the report will say 无履约证据. If agreed with the hospital, acknowledge it: code: summary-missing, record: { $record }
    .summary = A year has ended without its service summary
    .why = Clause 5.2 owes a summary a year from what the revisit heard, with measures. weibao adds up the figures; overview, events and measures take a person.
    .example = data/summaries/ has no 2025.yaml and 2025 is over
    .remedy = Write and commit it, with the true day under finished_on, and the report will say 逾期履行.
summary-missing-unfinished = the service summary of { $period } is not finished: clause { $clause } is performed in part only
    .label = the year ended on { $ended }
    .help = finish data/summaries/{ $id }.yaml, then add finished_on. If agreed with the hospital, acknowledge it: code: summary-missing, record: { $record }

survey-method = people were asked by { $method }; agreed is { $agreed }
    .label = { $agreed } is due
    .clause = agreed here
    .help = correct method if it is wrong; if it was { $method }, ask again by { $agreed }. If agreed with the hospital, acknowledge it: code: survey-method, record: { $record }
    .summary = A survey was made in another way than agreed
    .why = Clause 6.1 says by telephone. Asked otherwise the years cannot be compared, and the clause is 存在偏离.
    .example = method: 问卷 where survey.method in contract.yaml is 电话
    .remedy = Ask again as agreed; to change the way, agree on it in writing, then change survey.method.

survey-missing = { $period } has no satisfaction survey: clause { $clause } without proof
    .label = owed once a year; this one ended on { $ended }
    .help = add data/surveys/{ $id }.yaml; if nobody was asked, the report will say 无履约证据. If agreed with the hospital, acknowledge it: code: survey-missing, record: { $record }
    .summary = A year has ended without its satisfaction survey
    .why = Clause 6.1 owes a survey by telephone a year. Without a record of calls it is 无履约证据 at acceptance.
    .example = data/surveys/ has no 2025.yaml and 2025 is over
    .remedy = Find and commit the record; if nobody was asked, do it soon with its true date, and the report will say 逾期履行.
survey-missing-unfinished = the satisfaction survey of { $period } is not finished: clause { $clause } is performed in part only
    .label = the year ended on { $ended }
    .help = if it is over, add finished_on to data/surveys/{ $id }.yaml; if nobody answered, go on calling. If agreed with the hospital, acknowledge it: code: survey-missing, record: { $record }

survey-small-sample = only { $completed } of { $listed } people completed the survey; the smallest sample is { $least }
    .label = too few for a share
    .help = call those again who were not reached, and change finished_on (now { $finished }); if that cannot be, the report tells of talks only. The smallest sample is survey.smallest_sample in contract.yaml. If agreed with the hospital, acknowledge it: code: survey-small-sample, record: { $record }
    .summary = A survey ended with too few answers
    .why = Three people out of three say little, and it is easy to see who they are. With so few the report tells of talks, without a share.
    .example = 12 people listed, 4 completed, smallest sample 5
    .remedy = Call again at another time; replace wrong numbers and people who left.

threshold-reached = { $metric } of { $object } is at { $value }, which is not { $limit }
    .label = { $object } of { $asset }
    .clause = { $source ->
        [agreed] agreed limit { $limit }
       *[contract] contract limit { $limit }
    }
    .sample = sampled at { $at }
    .help = put it right soon, raise a finding and close it in followups; closed, this becomes a note. If agreed with the hospital, acknowledge it: code: threshold-reached, record: { $record }
    .summary = A measured value misses a limit of the contract or one agreed on
    .why = Clauses 1.5, 1.6 and 1.8 say 少于90%: 90.00 % misses it, 89.996 % does not. Raw values are judged, not rounded ones.
    .example = EBILL_DATA at 91.20 %, contract limit <90%
    .remedy = Extend, clean up or archive, and close the finding when the next inspection confirms it.
threshold-reached-remedied = { $metric } of { $object } was at { $value }, which is not { $limit }; the finding is closed
    .label = { $object } of { $asset }
    .help = it stays a fact of that period's report; nothing is left to do

verdict-depends-on-reading = the { $duty ->
        [response] response
        [arrival] arrival
       *[other] answer
    } of { $id } is { $verdict } as the contract is read here, and { $other } in another reading
    .label = as it is read here, due by { $deadline }
    .clause = this can be read in two ways
    .help = it comes out the other way with: { $readings }. The report shows both; agree on one with the hospital in writing, then write it under sla in contract.yaml
    .summary = How a clock comes out depends on how the contract is read
    .why = The contract does not say whether weekends count, or from when. Where two readings disagree the report must not pretend that there is one.
    .example = A fault of Friday 17:30 responded to on Monday at 09:20 is late in elapsed hours, in time in working hours
    .remedy = Agree on a reading in writing; until then show both at acceptance.

verdict-provisional = the { $duty ->
        [response] response
        [arrival] arrival
       *[other] answer
    } of { $id } is judged provisionally: no notice is filed for { $year }; by the calendar as it is, { $tentative }
    .label = counted from { $start }, due by { $deadline } for now
    .clause = by this clause, within { $limit }
    .help = when the notice is out, file it as data/calendar/{ $year }.yaml, which settles it; until then it counts in no rate
    .summary = A limit runs into a year without a notice, so its verdict is provisional
    .why = The contract counts workdays. Before the notice nobody knows which they are; weibao does not guess but says 暂定.
    .example = A fault of 2026-12-31 17:50, whose limit depends on the first workday of 2027
    .remedy = File the year's calendar when the State Council has issued its notice.
