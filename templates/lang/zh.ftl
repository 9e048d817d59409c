# 中文文本。每条诊断一段：消息、.label（下划线旁）、.clause（合同条款旁）、.help（怎么办），以及 weibao explain 的
# .summary .why .example .remedy。各语言文件的消息与占位符必须一致，由测试保证。

## 终端

level-data-error = 数据错误
level-data-warning = 数据警告
level-data-note = 数据提示
level-service-error = 服务偏离
level-service-warning = 服务警告
level-service-note = 服务提示
github-list = 全部问题
level-help = 怎么办
closing-count = 已读{ $records }份记录、{ $samples }条采样：{ $errors }个数据错误，{ $deviations }项服务偏离，{ $warnings }个警告，{ $notes }条提示
no-data = 找不到数据目录：{ $path }。请在项目目录中运行，或用 -C 指定项目目录；新建项目用 weibao init 目录
no-contract = data/中没有contract.yaml：没有合同就无从核对
contract-unread = contract.yaml有错，读不出来：请先运行 weibao check 并更正
io-failed = 无法读取{ $path }：{ $reason }
unknown-format = 没有名为“{ $word }”的格式；check 可用 human、json，build 可用 html、pdf、xlsx、csv
unknown-report = 没有名为“{ $word }”的报告；用 weibao list reports 查看
registers-are-whole = 台账不分报告和周期：生成台账请去掉 --report 和 --period，生成报告请用 --format html 或 pdf
unknown-period = 没有名为“{ $word }”的周期，或该周期尚未开始；季度写作 2026Q3
unknown-kind = 没有名为“{ $word }”的记录类型；用 weibao list kinds 查看
unknown-code = 没有名为“{ $code }”的检查或服务记录；用 weibao list checks 查看检查
refused-open = 未出正式稿：{ $report }，周期尚未结束
refused-undecided = 未出正式稿：{ $report }，本期内仍有时限没有结论
refused-unfinished = 未出正式稿：{ $report }，周期已结束，而它的调查或总结记录没有finished_on；完成后补上再生成
refused-errors = 未出正式稿：{ $report }，所依据的记录有数据错误
nothing-written = 没有写入任何报告：请先更正上面的数据错误
built = 已写入 { $folder }：新生成{ $drawn }个文件，{ $standing }个无变化
template-failed = 模板 { $template } 出错：{ $reason }
output-failed = 无法写入 { $path }：{ $reason }；原有输出未改动
duration-days = { $count }天
duration-hours = { $count }小时
duration-minutes = { $count }分
duration-seconds = { $count }秒
duration-between = { "" }
page-summary = 查什么
page-why = 为什么
page-example = 例子
page-remedy = 怎么改
related-clause = 合同条款
related-record = 相关记录
related-first = 第一次出现在这里
related-earlier = 这个日期应当在前
related-sample = 当时的采样
related-total = 总量
related-used = 已用量
related-proof = 合同登记表要求的证据
related-finding = 该问题在这里提出
related-closed = 已在这里关闭
related-last = 最近一次跟踪
related-every = 频次在这里
related-clock = 时限在这里
related-served = 其中一次
related-finished = 结束日期
related-attempt = 最后一次拨打
related-weight = 这里有权重
related-purpose = 性质在这里
related-holiday = 额外放假
related-evidence = 证据类型在这里
related-ticket = 接到的通知
related-term = 服务期
related-text = 内容

## 日期的名称

key-received-at = 受理时间
key-auto-replied-at = 自动回复时间
key-responded-at = 响应时间
key-classified-at = 判定时间
key-raised-at = 改为紧急时间
key-interim-at = 进展告知时间
key-remote-failed-at = 远程无效时间
key-remote-resolved-at = 远程解决时间
key-answered-at = 答复时间
key-closed-at = 关闭时间
key-hold-from = 顺延开始
key-hold-to = 顺延结束
key-departed-at = 出发时间
key-arrived-at = 到达时间
key-left-at = 离开时间
key-signed-on = 确认日期
key-opened-at = 提出时间
key-replied-at = 首次回复时间
key-solved-at = 解决时间
key-from = 开始日期
key-to = 结束日期
key-started-on = 开始日期
key-finished-on = 结束日期
key-at = 拨打时间
key-due = 完成时限
key-closed-on = 完成日期
key-period = 年度的第一天
key-delivered-on = 交付日期
key-accepted-on = 验收日期

## 履约状况与计时说明

status-term = 服务期{ $from }至{ $to }；截至{ $today }，已过{ $passed }天，共{ $total }天
status-clauses = 逐条（各列为相应状态的周期数；“完成”列：时限条款为达标数／已判定数，其余为已履行／应履行）
status-clause = 条款
state-done = 履行
    .word = { $word }
state-done-late = 逾期
    .word = { $word }
state-partial = 部分
    .word = { $word }
state-no-evidence = 无证据
    .word = { $word }
state-deviation = 偏离
    .word = { $word }
state-not-occurred = 未发生
    .word = { $word }
state-not-due = 未到期
    .word = { $word }
status-done = 完成
status-text = 服务内容
status-gaps = 缺项与偏离
status-overdue = 已逾期
status-coming = { $days }天内到期
status-people = 人员
status-person = 姓名
status-open-tickets = 未关闭记录
status-open-cases = 未结后端支持
status-missed = 超时
status-past = 已逾期
status-ahead = 待办
status-none = 无
status-more = ；另有{ $count }条
status-late = { $ticket }超时{ $overrun }
status-late-open = { $ticket }至今未完成，已超时{ $overrun }
status-days-left = 还有{ $days }天
status-days-over = 已过{ $days }天
status-duty = { $period }（{ $count }项）
status-event = 责任人：{ $person }；条款：{ $clauses }；编号：{ $id }
status-with-errors = 记录有数据错误，以上统计可能不全：请先运行 weibao check 并更正
matter-duty = { $word }
matter-clock = { $word }时限
matter-finding = 巡检问题
matter-measure = 改进措施
weekday = { $number ->
        [1] 周一
        [2] 周二
        [3] 周三
        [4] 周四
        [5] 周五
        [6] 周六
       *[7] 周日
    }
ticket-not-yet = 服务记录{ $code }在统计截止日之后受理；用 --as-of 指定更晚的日期
ticket-head = { $channel }，{ $kind }；受理 { $received }；受理人 { $agent }；{ $file }
ticket-urgent = 影响业务：{ $word }，按紧急问题计时
ticket-urgent-unknown = 影响业务：{ $word }，未问明的按紧急问题计时
ticket-raised = 影响业务：{ $word }；{ $raised }改为紧急
ticket-normal = 影响业务：{ $word }，按一般问题计时
ticket-hold = 客户原因顺延：{ $from }至{ $to }（{ $reason }），依据{ $evidence }
ticket-linked = 同一故障的再次通知，时限以首次记录{ $first }为准
ticket-no-clock = 本合同对这类记录没有约定时限，或已即时答复
clock-heading = 条款{ $clause }　{ $duty }，时限{ $limit }：{ $verdict }
clock-start = 起算
clock-deadline = 时限
clock-stop = 结果
clock-unstopped = 尚无记录
clock-waiting = 顺延中，尚未结束
stop-response = 响应
stop-auto-reply = 自动回复
stop-remote = 远程解决
stop-arrival = 到场
stop-answer = 答复
stop-interim = 进展告知
verdict-missed = { $word }（超过{ $overrun }）
verdict-tentative = { $word }（按法定节假日推算为{ $other }）
hours-all = 自然小时，夜间和节假日照算
hours-workdays = 工作日全天计时
hours-window = 只计工作日的工作时段
start-next-open = { $received }受理时在工作时段之外，顺延至下一工作时段
start-later = { $received }受理，按合同口径从此时起算
span-counted = 计{ $length }，累计{ $sum }
span-not = 不计
span-outside = 工作时段之外
span-held = 客户原因顺延
day-weekday = 工作日
day-weekend = 周末
day-holiday = { $name }放假
day-make-up = { $name }调休上班
day-extra-holiday = 合同约定放假
day-extra-workday = 合同约定上班
other-reading = 另一种读法 { $key }＝{ $value }：时限{ $deadline }，{ $verdict }

## 命令行

cli = 维保：把随 git 管理的维保记录变成经过核对、可以签字的报告。
    .directory = 项目目录；默认向上查找含 data/contract.yaml 的目录
    .as-of = 统计截止日期，如 2026-09-30；默认取 SOURCE_DATE_EPOCH，其次取演示数据的演示日期，否则为今天
    .lang = 语言：zh 或 en；默认取环境的语言设置
    .color = 是否使用颜色：auto（默认）、always、never
    .quiet = 只输出问题和结果，不输出进度
    .help = 显示帮助
    .version = 显示版本
    .after = 初次使用：weibao init 目录。不明白某个检查代码：weibao explain 代码。
cli-check = 检查全部记录，一次列出所有问题
    .paths = 只显示这些路径下的问题
    .format = 输出格式：human（默认）、json、sarif、github、gitlab；在 GitHub、GitLab 的流水线里自动选用对应格式
    .deny = 把服务偏离也算作失败：deviations
cli-build = 检查记录并生成报告（HTML 与 PDF）
    .reports = 只生成这种报告，可重复；报告名见 weibao list reports。台账保持原样
    .periods = 只生成这个周期，可重复，如 2026Q3。台账保持原样
    .formats = 只生成这种格式，可重复：报告为 html、pdf，台账为 xlsx、csv
    .only-final = 只出正式稿：有数据错误时什么也不写，周期未结束的不出
    .output = 输出目录；默认为项目目录下的 output
cli-status = 履约状况：逐条完成情况、缺项与偏离、逾期与即将到期事项，按条款和人员
    .within = 列出这么多天内到期的事项；默认取合同登记表的 remind_days
    .ics = 把全部待办写成日历文件，可导入日历软件
    .format = 输出格式：human（默认）或 json
cli-explain = 说明一个检查代码（查什么、为什么、怎么改），或逐日说明一条服务记录的计时
    .code = 检查代码，如 threshold-reached；或服务记录编号，如 T-20260921-03
    .format = 输出格式：human（默认）或 json
cli-list = 列出检查、报告、条款或记录类型
    .what = 列出什么：checks、reports、clauses、kinds
    .format = 输出格式：human（默认）或 json
    .write = 把每个检查的说明页（各种语言）写入这个目录，只用于 checks
list-folder = --write 只能与 checks 一起使用：weibao list checks --write 目录
check-pages = 检查
    .intro = weibao check 能查出的全部问题，按级别排列；在终端里用 weibao explain 代码 查看同样的说明。本目录由 weibao list checks --write 目录 生成，请勿手工修改。
cli-schema = 输出记录的 JSON Schema
    .kind = 只输出这种记录，如 inspection；见 weibao list kinds
    .write = 写入这个目录：每种记录一个格式文件，另有一页《表格说明》
cli-manual = 输出命令补全脚本或手册页
    .what = 补全脚本：bash、zsh、fish、powershell、elvish；手册页：man
    .write = 把每个命令的手册页写入这个目录，只用于 man
manual-folder = --write 只能与 man 一起使用：补全脚本请用 > 写入文件
kind-contract = { $title }
kind-calendar = { $title }
kind-assets = { $title }
kind-people = { $title }
kind-inspection = { $title }
kind-call = { $title }
kind-email = { $title }
kind-fax = { $title }
kind-visit = { $title }
kind-escalation = { $title }
kind-roster = { $title }
kind-survey = { $title }
kind-knowledge = { $title }
kind-summary = { $title }
kind-delivery = { $title }
kind-probe = { $title }
kind-attachment = { $title }
report-inspection = { $title }
report-hotline = { $title }
report-faq = { $title }
report-satisfaction = { $title }
report-acceptance = { $title }
report-summary = { $title }
per-rows = 按所列条款的周期
per-years = 每年度
per-years-and-term = 每年度及整个服务期
cli-heading-commands = 命令
cli-heading-arguments = 参数
cli-heading-options = 选项
cli-usage = 用法：
cli-command = 命令
cli-unknown-argument = 没有名为“{ $argument }”的选项
cli-unknown-command = 没有名为“{ $command }”的命令
cli-missing-argument = 缺少参数：{ $argument }
cli-missing-command = 没有写要做什么：请给出一个命令
cli-missing-value = { $argument }后面要写一个值：{ $valid }
cli-invalid-value = “{ $value }”不能用于{ $argument }，可用：{ $valid }
cli-refused-value = “{ $value }”不能用于{ $argument }：{ $form }
cli-refused-number = “{ $value }”不能用于{ $argument }，应为整数
cli-conflict = { $argument }不能与{ $other }同时使用
cli-invalid-utf8 = 参数不是UTF-8文本
cli-wrong-usage = 命令写法不对
cli-suggestion = 您是不是要输入“{ $word }”？
cli-see-help = 用法见 weibao --help，或在命令后加 --help

## 新建记录与项目

cli-new = 新建一条记录：编号、日期、人员、条款和采样值已填好，其余写“待填写”；从不覆盖文件
    .kind = 记录类型：contract、calendar、assets、people、inspection、call、email、fax、visit、escalation、roster、survey、knowledge、summary、delivery、probe；attachment（附件）直接放文件，不用新建
    .period = 周期，如 2026Q4、2026；默认取最先到期的一期。visit 加年度为回访；delivery 可写 2026Q3-hotline 指定报告
cli-init = 新建一个合同目录：标准条款、国务院日历、各目录说明、流水线与编辑器配置；从不覆盖文件
    .folder = 目录，没有则新建
    .hospital = 甲方名称
    .vendor = 乙方名称
    .start = 服务期首日；默认为下一季度的第一天
new-next = 已新建{ $path }：填写其中的“待填写”，再运行 weibao check
new-period-overdue = 周期取{ $period }：已于{ $to }结束，记录还没有
new-period-running = 周期取{ $period }：正在进行，{ $to }到期
new-exists = { $path }已经存在，没有改动：请直接编辑它
new-failed = 无法写入{ $path }：{ $reason }
new-outside = 没有写入{ $path }：它所在的目录是指向项目之外的链接
new-no-record = { $kind }不是可以填写的记录：把文件放进data/attachments/周期/，在记录的evidence里写路径即可
new-not-owed = 合同没有由{ $kind }证明的条款：先在contract.yaml登记条款
new-unknown-period = 没有名为“{ $word }”的周期；可用：{ $known }
new-not-begun = { $word }从{ $from }起，尚未开始；可用：{ $known }
new-nothing-missing = 已开始的各期都有{ $kind }；下一期{ $next }从{ $from }起
new-all-there = 各期都有{ $kind }，不缺
new-no-period = { $kind }不分周期，不要写周期
init-exists = { $path }已经存在：这里已是一个合同目录，没有改动
init-kept = 已有{ $path }，保留原样
init-done = 已新建合同目录{ $path }，服务期{ $from }至{ $to }。接下来：
init-first = 1. 在{ $path }/data/contract.yaml填写双方、合同编号和联系方式，逐条核对条款
init-second = 2. 在data/people.yaml登记人员，在data/assets.yaml登记服务器、数据库和接口
init-third = 3. 运行 weibao -C { $path } check，没有错误后提交到git；服务期开始后用 weibao new 新建记录

## 表格

## 采样

cli-probe = 在本机测量，输出采样行（data/probes/的格式）；失败时不写任何行，退出码为1
    .after = 定时采集的写法见 docs/reference.md。不需要项目目录；密码、令牌不要写在命令行上。
cli-probe-disk = 各挂载点的容量、已用量和使用率，口径与 df 相同
    .mounts = 只测这个挂载点，可多次写；默认测全部本地文件系统，网络存储要在此写明
    .object = 对象名，代替挂载点；测整块数据空间时写空（--object=），只能与一个 --mount 同用
    .timeout = 最长等待秒数，默认10
    .asset = 资产编号，照 assets.yaml；默认为本机的主机名
    .metric = 指标的前一段，默认 disk，即 disk.total_gb、disk.used_gb、disk.used_pct
    .append = 接在这个文件末尾写：文件是新的就先写表头；表头不同的文件不写
    .no-header = 不输出表头
cli-probe-http = 一个地址按要求答复所用的毫秒数
    .url = http 或 https 地址，不能带用户名和密码
    .statuses = 视为正常的状态码，可多次写；默认为全部2xx
    .contains = 答复里必须有的文字，可多次写；UTF-8和GBK的页面都可以
    .header-file = 请求头文件，每行“名称: 值”；令牌写在这里，文件只让本人可读
    .header-env = 存放请求头的环境变量名，内容写法同上
    .ca = 只信任这个文件里的根证书（PEM），用于自建的证书
    .follow = 跟随重定向，最多5次；不能与请求头同用
    .object = 对象名，默认为空；地址和查询参数都不写入采样
    .timeout = 最长等待秒数，默认10
    .asset = 资产编号，照 assets.yaml，必填
    .metric = 指标，默认 interface.response_ms
    .append = 接在这个文件末尾写：文件是新的就先写表头；表头不同的文件不写
    .no-header = 不输出表头
cli-probe-log = 日志里最近一天的错误条数
    .files = 日志文件，连同轮换出来的一起写；UTF-8或GBK，不读压缩文件
    .wanted = 计入的行，正则表达式，可多次写；默认为含单词 ERROR、FATAL 或 SEVERE 的行
    .unwanted = 不计的行，正则表达式，可多次写
    .hours = 往前多少小时，默认24；按行首的时刻判断，堆栈等没有时刻的行随上一行
    .whole = 计全部行，不看时刻
    .object = 对象名，默认为空
    .asset = 资产编号，照 assets.yaml，必填
    .metric = 指标，默认 log.errors；数据库告警写 db.errors
    .append = 接在这个文件末尾写：文件是新的就先写表头；表头不同的文件不写
    .no-header = 不输出表头
cli-probe-tablespace = 各表空间的容量、已用量和使用率，取自数据库客户端的输出
    .file = weibao probe sql 的查询结果文件；写 - 则从标准输入读
    .basis = 以哪种容量为分母：allocated（已分配容量，默认）或 max（最大可扩展容量），与合同登记表的 space_basis 一致
    .at = 查询的时刻，如 2026-09-21 06:00；默认为现在
    .asset = 资产编号，照 assets.yaml，必填
    .metric = 指标的前一段，默认 tablespace，即 tablespace.total_gb、tablespace.used_gb、tablespace.used_pct
    .append = 接在这个文件末尾写：文件是新的就先写表头；表头不同的文件不写
    .no-header = 不输出表头
cli-probe-sql = 输出查询表空间的 SQL，开头写明所需权限和运行方法
    .database = 数据库：oracle、dameng（达梦）或 mysql
probe-no-asset = 请用--asset写明资产编号，照assets.yaml里的写法
probe-empty-word = 资产编号和指标不能为空
probe-control-character = 名称里有控制字符，没有写入采样：“{ $word }”
probe-formula = 名称以=、+、-或@开头，表格软件会当作公式，没有写入采样：“{ $word }”
probe-implausible = { $object }的数值{ $value }{ $unit }不可能，没有写入采样
probe-other-header = { $path }的第一行不是采样的表头，没有写入：请换一个文件，或改正它的表头
probe-other-encoding = { $path }不是UTF-8编码，没有写入：请先另存为UTF-8
probe-other = 无法写成采样：{ $reason }
probe-disk-timeout = { $seconds }秒内没有测完，没有写入采样：可能有网络存储没有应答
probe-disk-unmeasured = 无法测量{ $mount }，没有写入采样：{ $reason }
probe-disk-no-mount = { $mount }没有挂载，没有写入采样
probe-disk-empty = { $mount }没有容量，没有写入采样
probe-disk-none = 没有找到可测量的文件系统：请用--mount写明挂载点
probe-disk-object = --object要与一个--mount同用
probe-http-url = 地址不对：写作http://主机/路径或https://主机/路径
probe-http-name = 地址里不能写用户名和密码：请用--header-file
probe-http-header = 第{ $line }行不是请求头：写作“名称: 值”
probe-http-variable = 没有名为{ $name }的环境变量
probe-http-ca = --ca的文件里没有可用的证书（PEM）
probe-http-follow-headers = --follow不能与请求头同用：请求头会随重定向发给别的主机
probe-http-status = { $address }答复的状态码是{ $status }，没有写入采样
probe-http-text = { $address }的答复里没有“{ $text }”，没有写入采样
probe-http-timeout = { $address }在{ $seconds }秒内没有答复完，没有写入采样
probe-http-refused = { $address }拒绝连接，没有写入采样
probe-http-host = { $address }的主机名查不到，没有写入采样
probe-http-large = { $address }的答复超过{ $limit }MiB，没有写入采样
probe-http-redirects = { $address }的重定向没有尽头，没有写入采样
probe-http-other = { $address }没有正常答复，没有写入采样：{ $reason }
probe-log-pattern = 正则表达式不对：{ $reason }
probe-log-unread = 无法读取{ $path }，没有写入采样：{ $reason }
probe-log-no-file = { $path }不是普通文件，没有写入采样
probe-log-no-text = { $path }是压缩文件或UTF-16文本，没有写入采样：请给出UTF-8或GBK的文本
probe-log-no-moments = { $path }的行首没有时刻，分不出是哪段时间的，没有写入采样：整个文件都算的话用--whole
probe-log-begins = 日志从{ $moment }开始，更早的没有计入：请把轮换出来的日志一起写上
probe-sql-nothing = 没有任何表空间，没有写入采样：查询可能没有成功
probe-sql-header = 第{ $line }行应是表头，却是“{ $text }”，没有写入采样：请用weibao probe sql输出的SQL
probe-sql-line = 第{ $line }行不是查询结果：“{ $text }”，没有写入采样
probe-sql-sizes = 第{ $line }行的容量与已用量不合：“{ $text }”，没有写入采样
probe-sql-twice = 第{ $line }行的表空间已经出现过：“{ $text }”，没有写入采样

## 编辑器

## 实时预览

cli-serve = 实时预览：生成报告并在浏览器中查看，数据或模板改动后自动更新，只供本机访问
    .port = 端口；默认从8620起找空闲的
serving = 预览：{ $url }（按 Ctrl-C 结束）
serve-failed = 无法预览：{ $reason }
rebuilt = 已更新：{ $errors }个数据错误，{ $deviations }个服务偏离，重新生成{ $drawn }个文件
live-busy = 正在更新……
live-failed = 生成失败
live-faults = 数据错误
live-others = 偏离与警告
live-title = 检查结果
live-close = 收起
live-clean = 没有要更正或留意的问题

## 进度

reading = 正在读取记录……
drawing = 正在生成{ $files }个文件
stopping = 正在停止，原有的报告保持不变；再按一次 Ctrl-C 立即退出
stopped = 已停止，没有写入任何文件，原有的报告保持不变

## 提示

hint-tab = 缩进里有制表符（Tab）：YAML只允许用空格缩进，请把它换成空格
hint-full-width-colon = 冒号是全角的“：”：键后面要用半角冒号加一个空格
hint-full-width-digits = 值里有全角字符：请改用半角数字、小数点和百分号
hint-quote = 引号没有成对：检查这一行和上一行的引号
hint-special-start = 值以特殊符号开头：请给整个值加上双引号
hint-excel-hashes = 这是Excel列宽不够时显示的井号，不是数据：请加宽该列后重新保存
hint-written-date = 日期写作2026-09-21，时间写作2026-09-21 09:03（可带秒），不写“年”“月”“日”
hint-full-width-time = 时间里的冒号是全角的：写作09:03
hint-chinese-quotes = 引号是中文引号：改用半角引号，或不用引号
hint-plain-number = 只写数字本身，去掉单位、百分号、千分位逗号和引号
hint-colon-space = 键后面的冒号要跟一个空格
hint-colon-in-value = 值里有冒号加空格，会被当成另一个键：给整个值加上双引号
hint-bracket = 方括号或花括号没有成对
hint-indent = 缩进与上文对不齐：同一层的键要左对齐
hint-documents = 一个文件只写一份记录：去掉“---”及其后的内容，或另建文件
hint-control-character = 这里有不可见的控制字符：删去这一段，重新输入
hint-save-as-utf8 = 该文件是GB18030（GBK）编码，多半由Excel或记事本保存
hint-utf16 = 该文件是UTF-16（Excel的“Unicode文本”）：改存为“CSV UTF-8（逗号分隔）”
hint-excel-file = 这是Excel工作簿，不是文本：把扩展名改回.xlsx（来电等流水记录可直接用），或在Excel中另存为“CSV UTF-8（逗号分隔）”
hint-line-ends = 换行符是旧式的（只有回车符）：用编辑器改为LF或CRLF后重新保存
hint-probe-header = 采样文件的表头写作：at,asset,metric,object,value,unit,source（也可用中文：时间,资产,指标,对象,数值,单位,来源）
hint-separator = 各列之间要用半角逗号分隔
hint-acknowledged = 已确认：{ $reason }

## 读取

syntax = 这一行不是合法的YAML：{ $reason }
    .label = 从这里起读不下去
    .help = 改正后重新运行weibao check；改正之前，本文件中的记录不参加任何核对
    .summary = 文件不是合法的YAML，无法读取
    .why = 一处写错，整个文件都读不出来，当期的履约证据就等于没有。
    .example = verdict：正常（冒号是全角的）；缩进用了Tab；引号只写了一半
    .remedy = 看下划线所指的一行和它的上一行：冒号用半角并跟一个空格，缩进只用空格，引号成对，以特殊符号开头的值加双引号。
syntax-duplicate-key = 键{ $key }在同一条记录里写了两次
    .label = 第二次
    .help = 保留一处，删去另一处；若本是两条记录，后一条前面缺了“- ”
syntax-excess = 文件的嵌套或别名展开得太多，没有读取：{ $reason }
    .label = 到这里超出了限度
    .help = 记录用不到这么深的嵌套，也不必用别名（&、*）：照格式说明平铺书写

schema = 记录的写法不符合格式
    .help = 格式说明见README；运行weibao schema可得到编辑器用的格式文件，边写边提示
    .summary = 文件读得出来，但键或值不是规定的写法
    .why = 报告里的每个数都来自记录。键名写错或值写错而不报出来，报告就会悄悄缺一项。
    .example = verdict: 良好（只能写正常、关注、异常、未检、不适用）；started_at: 2026年9月21日（应写2026-09-21 09:00）
    .remedy = 按提示改键名或值。一个文件的全部格式错误一次列出，改完再运行一次即可。
schema-missing-key = 缺少必填的键{ $key }
    .label = 这条记录里没有{ $key }
    .help = 在这条记录中补写一行，如“{ $key }: ……”，缩进与相邻的键对齐；键后留空等于没有写
schema-unknown-key = 没有名为{ $key }的键
    .label = 未知的键
    .help = 检查拼写和缩进：缩进不对时，键会落到别的记录里。运行weibao schema可查看全部键名
schema-unknown-key-similar = 没有名为{ $key }的键，是否想写{ $meant }
    .label = 应为{ $meant }？
    .help = 把{ $key }改为{ $meant }
schema-unknown-word = 不能写“{ $value }”
    .label = 请从规定的词里选一个
    .help = 可写：{ $options }
schema-wrong-form = “{ $value }”不是规定的写法
    .label = 写法不对
    .help = 月、日、时、分须是真实存在的：6月没有31日，一天没有24:00
schema-wrong-type = 这里应填{ $expected ->
        [string] 文字
        [number] 数值
        [integer] 整数
        [boolean] true或false
        [array] 列表
        [object] 若干个键和值
       *[other] { $expected }
    }，现在是“{ $value }”
    .label = { $expected ->
        [string] 应为文字
        [number] 应为数值
        [integer] 应为整数
        [boolean] 应为true或false
        [array] 应为列表
        [object] 应为键和值
       *[other] 类型不对
    }
    .help = { $expected ->
        [string] 写一段文字；含冒号、井号或以符号开头时加双引号
        [number] 写半角数字，如83.42
        [integer] 写半角整数，如3
        [array] 每项一行，以“- ”开头；只有一项也要写成列表，如[luyao]
        [object] 换行并缩进两格，逐行写“键: 值”
       *[other] 对照格式说明修改
    }
schema-out-of-range = { $value }超出允许的范围（界限{ $limit }）
    .label = 超出范围
    .help = 核对单位和小数点后改正；界限为{ $limit }
schema-empty = 这里不能为空
    .label = 没有内容
    .help = 补上内容；确实没有的，可选的键整行删掉，不要留空
schema-other = 这里的写法不符合格式：{ $reason }
    .label = 不符合格式
schema-empty-file = 文件里没有记录
    .help = 填写内容，或删去这个文件
schema-more-faults = 本文件还有{ $count }处不符合格式，未逐一列出
    .help = 多半是同一个原因：先改正上面列出的各处，再重新运行weibao check
schema-control-character = 文字里有不可见的控制字符
    .label = 含控制字符
    .help = 删去这一段文字，重新输入；多半是从别的软件复制带来的
schema-too-many-series = 一个文件里的对象和天数太多（上限{ $limit }个对象日），其余没有读取
    .label = 从这一行起，新的对象或日期没有读取
    .help = 检查对象列是否混入了时间或序号；确有这么多的，按月拆成几个文件
schema-wrong-count = 这一行有{ $count }列，表头有{ $expected }列
    .label = 列数不对
    .help = 补齐或删去多余的逗号；值中含逗号时给该值加双引号。本行已略去
schema-no-front = 文件开头没有记录：第一行应当是“---”
    .label = 应为“---”
    .help = 第一行写“---”，其下逐行写“键: 值”，再用一行“---”结束，后面写正文；必填的键见weibao schema
schema-open-front = 文件开头的记录没有结束：缺少第二行“---”
    .label = 从这里开始
    .help = 在最后一个键的下一行写“---”，再写正文
schema-empty-front = 两行“---”之间没有内容
    .label = 到这里结束
    .help = 在两行“---”之间逐行写“键: 值”；必填的键见weibao schema
schema-empty-body = “---”后面没有正文
    .label = 正文应写在这一行之后
    .help = 写明答复内容：怎么判断，怎么做，做完后应看到什么
schema-no-header = 没有表头：第一行里没有一个已知的列名
    .label = 应为表头
    .help = 第一行写列名（键或中文名，顺序不限），必填的列为：{ $required }；没有表头，整个文件都没有读取
schema-missing-columns = 表头缺少必填的列：{ $keys }
    .label = 表头
    .help = 在表头补上这些列（写键或中文名均可）并填写各行；补齐之前，整个文件都没有读取
schema-duplicate-column = 表头中{ $key }列写了两次（键与中文名算同一列）
    .label = 第二次
    .first = 第一次
    .help = 合并为一列，删去另一列；改正之前，整个文件都没有读取
schema-nested-column = { $key }不能写在表格里：它的每一项又有若干个键
    .label = 一格写不下
    .help = 把这条记录写成同一目录下的YAML文件，或删去这一列；这一列没有读取
schema-unknown-column = 没有名为{ $key }的列
    .label = 未知的列
    .help = 改正列名，或删去这一列；weibao schema列出全部的键和中文名。这一列没有读取
schema-unknown-column-similar = 没有名为{ $key }的列，是否想写{ $meant }
    .label = 应为{ $meant }？
    .help = 把{ $key }改为{ $meant }；改正之前，这一列没有读取，若是必填的列，整个文件都没有读取
schema-unnamed-column = 这一格有内容，但它所在的列没有列名
    .label = 表头中没有这一列的名字
    .help = 在表头写上列名，或清空这一格。本行已略去
schema-empty-cell = 必填的{ $key }列没有内容
    .label = 没有内容
    .help = 补上内容；整行都不要的，删去这一行。本行已略去
schema-no-number = “{ $value }”不是数值
    .label = 应为数值
    .help = 写半角数字，如83.42；单位写在unit列。本行已略去
schema-line-too-long = 这一行太长，不像采样数据
    .label = 从这一行起没有读取
    .help = 检查文件是否放错了目录，或换行符是否丢失；采样文件一行一条
schema-more-rows = 本文件还有{ $count }行有错，未逐行列出
    .help = 多半是同一个原因：先改正上面列出的各行，再重新运行weibao check

encoding = 第{ $line }行的字节{ $byte }不是UTF-8文字
    .label = 这里起不是UTF-8文字
    .help = 用编辑器另存一次，编码选UTF-8（记事本：另存为→编码→UTF-8）；CSV也可整份用GB18030，但不能两种混用
    .summary = 文件里有不是文字的字节
    .why = 硬读下去会把姓名和数值读成乱码，并印进报告，所以不猜。
    .example = 由Excel另存为“Unicode文本”（UTF-16）的CSV，或下载中断的文件
    .remedy = 用编辑器重新以UTF-8保存；文件已损坏的，从采集脚本或原始记录重新导出。
encoding-mixed = 第{ $line }行的编码与前面不同：一个文件里混用了UTF-8和GB18030
    .label = 从这里起编码不同
    .help = 多半是两份文件拼接而成：分别另存为UTF-8后再合并
legacy-encoding = 文件按GB18030编码读取
    .help = 内容已正确读取，可以不改；另存为UTF-8后，编辑器和git比较才能正常显示中文
    .summary = CSV是Excel常用的GB18030编码，已自动识别
    .why = 能读，但git、编辑器和其他工具多按UTF-8显示，会看到乱码。
    .example = 中文Windows上的Excel直接保存的CSV
    .remedy = 在Excel中选“CSV UTF-8（逗号分隔）”另存一次。
unclosed-quote = 双引号没有配对
    .label = 从这里开始的引号没有结束
    .help = 在值的末尾补上双引号，或删去多余的一个；值中本来就有的双引号要写成两个。本行已略去
    .summary = CSV的一行里，双引号只有一半
    .why = 引号不成对时，后面各行会被当作同一个值，记录会成片丢失。本工具只略去这一行。
    .example = 2026-06-10 06:00,db1,tablespace.used_pct,"EBILL_DATA,71.20,%,probe.sh
    .remedy = 补上或删去一个双引号；脚本输出的，改正脚本后重新导出。
implausible-sample = { $metric }的值{ $value }不可能为真（合理范围{ $range }）
    .label = 超出合理范围
    .help = 核对采集脚本的单位和换算；确实可能出现的，在contract.yaml的metrics中放宽minimum或maximum。本行已略去
    .summary = 采样值超出指标的合理范围
    .why = 使用率为负或超过100%，说明采的不是所说的量；用它判定合同限值，结论必错。
    .example = tablespace.used_pct记作7120（漏了小数点）
    .remedy = 改正脚本或该行；合理范围由contract.yaml中指标的minimum、maximum决定。
file-too-large = 文件有{ $size }MB，超过{ $limit }MB的上限，没有读取
    .help = 拆分文件，或把原始输出压缩后再存；放错目录的移走
    .summary = 文件超过该类记录的大小上限
    .why = 记录是人写、人看的文本，过大的文件多半放错了地方；不设上限，一个文件就能拖垮核对。
    .example = 把数据库转储存成了data/inspections/2026Q2.yaml
    .remedy = YAML和Markdown记录不超过8MB，热线、邮件等流水记录不超过64MB（.xlsx为16MB），附件不超过32MB，采样文件不超过1536MB；超过的拆分或移走。
link-leaves-data = 链接{ $path }指向data目录之外或不存在的文件，没有读取
    .help = 把文件本身复制到data目录中，再删去链接
    .summary = 记录目录里的链接指到了目录外面
    .why = 证据必须随仓库一起保存。指向外面的链接，换一台电脑就打不开，也可能把无关文件带进报告。
    .example = data/attachments/df.txt链接到/tmp/df.txt
    .remedy = 以文件本身代替链接，并提交到git。
wrong-folder = { $path }不在任何一类记录的位置上，没有读取
    .help = 巡检放inspections/，来电、邮件、传真放calls/、emails/、faxes/，现场服务与回访放visits/，后端支持放escalations/，值班放rosters/，调查放surveys/，总结放summaries/，知识放knowledge/（.md），采样放probes/周期/（.csv），证据放attachments/；weibao list kinds列出全部位置，其余文件请移出data目录
    .summary = 文件所在的目录或扩展名不属于任何一类记录
    .why = 放错地方的记录不会被读取，报告里就少一份证据，而且没有人会发现。
    .example = data/inspection/2026Q2.yaml（目录名少了s）；data/probes/2026Q2/db.txt（应为.csv）
    .remedy = 移到正确的目录并改好扩展名；weibao list kinds列出各类记录的位置。
unreadable-file = 文件读不出来：{ $reason }
    .help = 检查它是不是普通文件、是否有读取权限
    .summary = 操作系统不让读取这个文件
    .why = 读不到的记录等于没有，报告会缺一份证据。
    .example = 指向目录的链接、没有读取权限的文件
    .remedy = 改正权限，或以普通文件代替。
unreadable-file-name = 文件名不是UTF-8，没有读取
    .help = 把文件改名；文件名只用汉字、字母、数字、短横线和点
unreadable-file-special = 这不是普通文件，没有读取
    .help = 目录链接、管道和设备不能作记录：以普通文件代替
workbook = Excel工作簿已损坏，读不出来：{ $reason }
    .help = 用Excel打开后另存为“Excel工作簿（.xlsx）”；打不开的，从备份或git中取回。整个文件都没有读取
    .summary = Excel工作簿或其中的格子读不出原意
    .why = 猜一个值填进去，报告里就会多出一个没有出处的数；悄悄略去，又会少一条记录。
    .example = 公式出错的#REF!、合并的单元格、加了密码的文件、旧格式.xls、藏在隐藏工作表里的记录
    .remedy = 按提示在Excel中改正后保存为.xlsx；也可另存为“CSV UTF-8”，规则相同。
workbook-no-workbook = 扩展名是.xlsx，内容却不是Excel工作簿
    .help = 多半是别的系统导出的网页或文本改了扩展名：用Excel打开后另存为“Excel工作簿（.xlsx）”，或改回.csv。整个文件都没有读取
workbook-old-format = 这是2007年以前的旧格式工作簿（.xls），没有读取
    .help = 用Excel打开后另存为“Excel工作簿（.xlsx）”
workbook-other-format = 不读.{ $ending }格式的表格
    .help = 用Excel或WPS打开后另存为“Excel工作簿（.xlsx）”或“CSV UTF-8”，再删去原文件
workbook-encrypted = 工作簿加了密码，没有读取
    .help = 在Excel中打开，“文件→信息→保护工作簿→用密码进行加密”，清空密码后保存；记录靠git的权限保护
workbook-too-large = 工作簿展开后超过{ $limit }MB，没有读取
    .help = 删去图片、多余的工作表和整列的格式，或按月拆成几个文件；来历不明的文件不要放进来
workbook-too-many-cells = 工作表“{ $sheet }”的内容太多（上限{ $limit }格、{ $size }MB），整个文件都没有读取
    .help = 按月拆成几个文件
workbook-too-wide = 工作表“{ $sheet }”的{ $cell }在第{ $limit }列之外，整个文件都没有读取
    .help = 多半是误填的一格：在Excel中按Ctrl+End找到它并删去
workbook-too-many-merged = 工作表“{ $sheet }”合并的单元格太多（上限{ $limit }处），整个文件都没有读取
    .help = 全选后取消合并，再补填各行
workbook-error-cell = 这一格是Excel的错误值{ $value }
    .label = 错误值
    .help = 改正公式，或直接填写内容；不知道的留空。本行已略去
workbook-no-value = 这一格是公式，文件里没有存它的结果
    .label = 没有结果
    .help = 多半由程序写成：用Excel打开并保存一次，或把公式改为内容。本行已略去
workbook-merged = 这一格并入了{ $cell }，本行因此没有这一列的内容
    .label = 已并入{ $cell }
    .help = 取消合并，在每一行各填一次；一行是一条记录，不能共用一格。本行已略去
workbook-hidden-records = 隐藏的工作表“{ $sheet }”里有记录（{ $rows }行），没有读取
    .label = 隐藏的工作表
    .help = 要的，取消隐藏；不要的，删去这张工作表
sheet-not-read = 工作表“{ $sheet }”（{ $rows }行）没有表头，没有读取
    .label = 没有一个已知的列名
    .help = 是说明或选项的，不用理会；是记录的，在前10行内写上列名（键或中文名，见weibao schema）
    .summary = 工作簿里有一张工作表不是记录
    .why = 填写说明、下拉选项常与记录同放一个工作簿；没有读取的，逐张说明，免得以为都算进去了。
    .example = 来电.xlsx中除“来电”外，还有一张“填写说明”
    .remedy = 不是记录的不用理会；是记录的，补上表头。
sheet-not-read-hidden = 隐藏的工作表“{ $sheet }”（{ $rows }行）没有读取
    .label = 隐藏的工作表
    .help = 不是记录的，不用理会；是记录的，取消隐藏

## 数据错误

abnormal-without-grade = 检查项{ $clause }为异常，没有写程度
    .label = 异常须注明程度
    .help = 在这一项补写“grade: 一般”或“grade: 严重”：业务可继续的为一般，达不到合同限值或业务中断的为严重
    .summary = 异常没有分级，或不是异常却分了级
    .why = 医院据程度安排处理先后。只写“异常”，看不出是报表变慢还是无法开票。
    .example = verdict: 异常，而没有grade
    .remedy = 异常项写grade: 一般或grade: 严重；其他结论删去grade。
abnormal-without-grade-not-abnormal = 检查项{ $clause }为{ $verdict }，却写了程度“{ $grade }”
    .label = 只有异常才写程度
    .help = 删去grade这一行；若确属异常，把verdict改为异常

abnormal-without-suggestion = 检查项{ $clause }为{ $verdict }，没有改进建议
    .label = 发现了问题，但findings中没有这一项
    .clause = 检查项{ $clause }
    .help = 在本记录的findings中补一条：id（如F-{ $period }-01）、clause: "{ $clause }"、problem、suggestion、owner、due
    .summary = 有异常或关注的检查项没有提出改进建议
    .why = 巡检是为了改进：发现异常而不提建议，问题就没有下文；合同要求提出改进建议的，那一条也没有履行。
    .example = 表空间一项为关注，findings中却没有针对这一条款的问题
    .remedy = 在findings中写明问题、建议、责任方和计划完成日期；判断有误的，改正verdict。
abnormal-without-suggestion-finding = 问题{ $id }没有写建议
    .label = 只有问题，没有建议
    .help = 在这条问题中补写suggestion，写明做什么、做到什么程度

calendar-implausible = { $day }不在{ $year }年之内
    .label = 不属于本年
    .help = 改正日期；属于别的年份的，移到那一年的文件
    .summary = 工作日历里有不可能的日期
    .why = 按工作日计算的时限以国务院办公厅的通知为准，日历错一天，时限就错一天。
    .example = 2026.yaml中出现2025-10-01；星期三被登记为上班；全年只有230个工作日
    .remedy = 对照当年《国务院办公厅关于部分节假日安排的通知》逐日核对。
calendar-implausible-twice = { $day }登记了两次
    .label = 重复的日期
    .help = 删去一条；两条类型不同的，以通知为准
calendar-implausible-ordinary = { $day }本来就是工作日，不必登记为上班
    .label = 上班只用于调休的星期六、星期日
    .help = 多半是日期写错：对照通知改正，或删去这一条
calendar-implausible-workdays = { $year }年共{ $count }个工作日，通常在{ $least }至{ $most }个之间
    .label = 放假或调休登记不全
    .help = 对照通知，把每个放假日（含假期中的星期六、星期日）和每个调休上班日逐日补齐
calendar-implausible-issued-late = { $year }年的通知发文于{ $day }，晚于上一年年底
    .label = 通常在上一年10月至12月发文
    .help = 若是年中的修改通知，可以不改；否则核对发文日期的年份
calendar-implausible-not-issued = { $year }年的日历没有写发文日期
    .label = 通知有发文日期
    .help = 照通知补写issued_on；通知尚未发布的，写provisional: true，有关时限只算“暂定”

calendar-missing = 没有{ $year }年的工作日历
    .label = 服务期包含{ $year }年
    .help = 按国务院办公厅的通知新建data/calendar/{ $year }.yaml
    .summary = 服务期内有一年没有登记放假调休安排
    .why = 按工作日计算的时限离不开日历。没有日历就不知道哪天上班；本工具不按周一至周五猜，有关时限只能算作“暂定”。
    .example = 服务期到2026-12-31，而data/calendar/中没有2026.yaml
    .remedy = 新建当年的文件，登记通知文号、发文日期和全部放假、调休日期。
calendar-missing-not-yet = 还没有{ $year }年的工作日历
    .label = 服务期包含{ $year }年
    .help = 国务院办公厅一般在上一年10月至12月发文；发文后新建data/calendar/{ $year }.yaml
calendar-missing-provisional = { $year }年的工作日历还是暂定的
    .label = 通知尚未登记
    .help = 通知发布后删去provisional，照通知改写notice、title、issued_on和days；在此之前，有关时限只算“暂定”

calendar-without-workday = { $year }年没有一个工作日
    .label = 全年都是放假
    .help = 核对contract.yaml的extra_holidays和data/calendar/{ $year }.yaml：额外放假只登记当地多放的几天
    .summary = 服务期内有一年，日历上没有一个工作日
    .why = 按工作时段计算的时限，没有工作日就永远到不了期，超时也判不出来。
    .example = extra_holidays把全年的日子都列了进去
    .remedy = 额外放假只写国务院通知以外的放假日（如广西三月三），其余删去。

clause-without-evidence = 条款{ $clause }以巡检记录为证据，频次却是“{ $every }”
    .label = 巡检按周期进行
    .help = 把every改为每月、每季度或每年；确属按需的，把evidence改为服务记录等
    .summary = 条款的频次与证据种类配不上，永远无法证明已履行
    .why = 履约对照表逐条列出应履行次数和证据。配不上的条款，要么从不出现，要么永远是“无履约证据”。
    .example = every: 按需，evidence: 巡检记录
    .remedy = 对照合同的“服务标准”改正every，再按实际留存的记录改正evidence。
clause-without-evidence-arises = 条款{ $clause }的频次是“{ $every }”，而{ $evidence }只在有事时才产生
    .label = 不能证明按期履行
    .help = 合同写“按需”的，把every改为按需；确需按期履行的，换一种按期产生的证据
clause-without-evidence-yearly = 条款{ $clause }的频次是“{ $every }”，而{ $evidence }一年只有一份
    .label = 一年一份，证明不了{ $every }
    .help = 合同写“1次/年”的，把every改为每年；否则换一种证据

closed-on-without-closing = { $id }写了关闭日期{ $day }，状态却是{ $status }
    .label = 与关闭日期不符
    .closed = 关闭日期在这里
    .help = 已关闭的，把status改为关闭；没有关闭的，删去closed_on
    .summary = 问题写了关闭日期，状态却不是关闭
    .why = 两者矛盾，报告无法判断问题是否已经解决，到期后会一直算作未完成。
    .example = closed_on: 2026-05-16、status: 处理中
    .remedy = 对照实际情况改正其中一个。

delivery-unknown-report = 没有名为“{ $report }”的报告
    .label = 未知的报告类型
    .help = 改为：{ $known }之一
    .summary = 交付记录写的报告、周期或文件对不上
    .why = 履约验收资料按报告和周期列出交付物（合同各项报告的交付凭据）。对不上，交了的报告也会显示没有交。
    .example = report: 巡检报告（应写inspection）；period: 2026-Q3（应写2026Q3）
    .remedy = 报告类型写命令行所用的词，周期写合同的周期，一个文件只列一次。
delivery-unknown-report-file = 文件{ $file }在同一次交付中列了两次
    .label = 第二次
    .first = 第一次
    .help = 删去重复的一条；若是PDF和HTML两种，核对文件名的扩展名
delivery-unknown-report-period = { $period }不是合同的周期
    .label = 未知的周期
    .help = 季度写作2026Q3，年度写作2026（按服务年度的写Y1），整个服务期写term

demo-day = 统计截止日期取演示日期{ $day }，不是今天
    .label = 不另行指定日期时，一律算到这一天
    .help = 演示数据不用理会，要看别的日期用--as-of；真实合同删去demo这一段
    .summary = 合同登记表写了演示日期，统计截止到这一天
    .why = 演示数据讲的是固定一段时间的事；按今天算，后来没有记录的事项都会成为逾期和缺项。真实合同留着演示日期，时限和到期提醒就停在那一天。
    .example = contract.yaml的demo写着as_of: 2026-11-23，运行weibao check时没有写--as-of
    .remedy = 演示数据保留；由演示数据改成的真实合同，删去demo。

duplicate-id = { $what ->
        [clause] 条款编号
        [metric] 指标
        [inspection] 巡检记录编号
        [period] 周期
        [finding] 问题编号
        [person] 人员编号
        [year] 年份
        [asset] 资产
        [ticket] 服务记录编号
        [visit] 现场服务与回访记录编号
        [escalation] 后端支持编号
        [survey] 满意度调查编号
        [survey-period] 满意度调查年度
        [question] 题目编号
        [respondent] 受访人编号
        [knowledge] 知识条目编号
        [summary] 年度总结编号
        [summary-period] 年度总结年度
        [delivery] 交付记录编号
        [request] 需求编号
        [measure] 改进措施编号
       *[other] 编号
    }{ $id }重复
    .label = 与前面的重复
    .first = 第一次出现在这里
    .help = { $what ->
        [period] 一个周期只能有一份巡检记录：合并两份，删去一个文件
        [year] 一年只能有一个日历文件：合并两份，删去一个
        [survey-period] 一年只做一次满意度调查：合并两份，删去一个文件
        [summary-period] 一年只有一份总结：合并两份，删去一个文件
        [ticket] 电话、邮件、传真共用一套编号：改用另一个编号；同一件事登记了两遍的，删去一遍，再次来电的另编号并写first_notice
       *[other] 改用另一个编号；若是同一条写了两遍，删去一遍。改编号时，引用它的地方一并修改
    }
    .summary = 两条记录用了同一个编号
    .why = 报告和跟踪都按编号指认。编号重复，就分不清关闭的是哪个问题、超限的是哪个表空间。
    .example = 2026Q2的问题仍编为F-2026Q1-01
    .remedy = 给后写的一条换一个没有用过的编号。

duplicate-item = 检查项{ $clause }在同一次巡检中写了两次
    .label = 第二次
    .first = 第一次
    .help = 保留一项；多半是复制后忘了改条款编号
    .summary = 一份巡检记录里，同一个检查项出现两次
    .why = 两个结论只能有一个为准，哪个进报告都可能错；往往还意味着另一项被漏掉了。
    .example = 复制了一项而没有改clause，结果有一个编号出现两次，另一个没有出现
    .remedy = 改正其中一项的条款编号，或合并为一项。

duplicate-notice = { $record }与{ $earlier }的科室、来电人、问题摘要都相同，相隔不过半小时
    .label = 像是同一件事
    .record = 前一条
    .help = 同一故障再次来电的，在{ $record }中写first_notice: { $first }；同一个电话登记了两遍的，删去一条；确是两件事的，把摘要写得能区分开
    .summary = 同一个人半小时内报了同一件事，两条记录没有关联
    .why = 同一故障的时限从首次通知起算。两条都计时，受理量和超时都会多算一次。
    .example = 09:03和09:20，门诊收费处同一人两次来电“开票失败”，后一条没有写first_notice
    .remedy = 后一条写first_notice指向前一条；重复登记的删去一条。

escalation-without-outcome = { $record }已经解决，没有写处理措施
    .label = 解决了，看不出做了什么
    .clause = 由这条记录证明
    .help = 补写action：改了什么、在哪里改的；没有解决的，删去solved_at
    .summary = 后端支持已经解决，却没有写做了什么
    .why = 后端支持的条款以这些记录为证据：修复要有版本，优化要有前后对比，优化不了要有建议方案。
    .example = kind: 代码修复，写了solved_at，没有写version
    .remedy = 向研发问清后补写；还没有解决的，删去solved_at。
escalation-without-outcome-figures = { $record }的性能优化已经完成，没有写{ $missing }
    .label = 看不出快了多少
    .help = 补写{ $missing }，写同一操作的实测值，如“导出需240秒”；软件无法再优化的，写optimisable: 否并附proposal
escalation-without-outcome-proposal = { $record }写明软件无法再优化，没有附优化建议方案
    .label = 无法优化的，须有建议方案
    .help = 把方案放到data/attachments/下，补写proposal: attachments/……；方案还没有提出的，删去solved_at；仍可优化的，把optimisable改为是
escalation-without-outcome-version = { $record }的代码修复已经完成，没有写修复版本
    .label = 看不出哪个版本修好的
    .help = 补写version，如V3.2.7

evidence-missing = 检查项{ $clause }没有证据
    .label = 没有附件，也没有测量值
    .proof = 应有：{ $proof }
    .help = 把文件放到data/attachments/下，并在这一项补写evidence: [attachments/……]；手工读数写在measured
    .summary = 检查项有结论，却没有合同登记表要求的证据
    .why = 验收时逐项核对证据。只有一句“正常”，无法证明当时确实检查过。
    .example = 日志检查一项为正常，而没有附日志统计表
    .remedy = 补交当时的原始输出或截图；提出改进建议的条款，在结果中写明问题编号即可。
evidence-missing-not-applicable = 检查项{ $clause }为不适用，没有附双方的书面约定
    .label = 不适用须有书面依据
    .help = 把邮件或会议纪要放到data/attachments/下，并在这一项的evidence中写明

figure-contradicts-probe = 结果里写{ $object }为{ $figure }，采样是{ $value }
    .label = 其中的{ $figure }与采样不符
    .clause = 按这一条判定
    .sample = { $at }采样
    .help = 以采样为准改写结果；若写的是别的时刻或别的口径，在文字中说明
    .summary = 检查结果文字里的数，与判定所用的采样不一致
    .why = 报告的检查表和明细表会并排印出两个不同的数，验收人员首先会问哪个是真的。
    .example = 结果写“EBILL_DATA为71.2%”，当天采样是74.86%
    .remedy = 照采样改写；四舍五入或截断到所写位数都可以。

file-missing = 记录用到了{ $path }，但没有这个文件
    .label = 这里用到了它
    .help = 新建{ $path }；写法见README
    .summary = 缺少人员名单或资产清单
    .why = 没有人员名单，报告印不出姓名；没有资产清单，合同的限值就没有对象可判。
    .example = 有巡检记录，而没有data/people.yaml
    .remedy = 新建该文件，把记录中用到的编号逐一登记。

finding-without-follow-up = 本次巡检没有跟踪{ $id }，它此前尚未关闭
    .label = 缺少对{ $id }的跟踪
    .finding = { $period }提出，尚未关闭
    .help = 在followups中补一条：finding: { $id }、action（处理情况）、status（关闭、处理中或未处理）
    .summary = 上期未关闭的问题，本期没有交代
    .why = 审计首先看各季度的问题能不能接上。提出后再无下文，等于没有整改。
    .example = F-2026Q1-01尚未关闭，2026Q2的followups中没有它
    .remedy = 每次巡检对全部未关闭的问题逐条写明处理情况，没有进展的也写“未处理”。

follow-up-after-closing = { $id }已在{ $closed }关闭，这里又在跟踪
    .label = 已关闭的问题
    .closed = 已在这里关闭
    .help = 删去这一条；问题再次出现的，在findings中另立一条新问题，并注明原编号
    .summary = 问题关闭以后，又出现了跟踪记录
    .why = 关闭后的跟踪会让报告前后矛盾：同一个问题既已关闭又在处理。
    .example = F-2026Q1-01在2026Q2关闭，2026Q3又写“处理中”
    .remedy = 确已复发的，另立新问题；当时并未解决的，把原来的状态改回处理中。

future-record = { $day }还没有到
    .label = 晚于统计截止日期{ $today }
    .help = 核对年份和月份；若是补算以前的日期，用 --as-of 指定截止日期
    .summary = 已发生的事，日期却在统计截止日期之后
    .why = 尚未发生的事不能作证据。多半是年份写错，在跨年的季度尤其常见。
    .example = 2026年7月填写的记录，finished_at写成2027-06-10
    .remedy = 日期写错的，改正日期；用 --as-of 补算以前某日的，晚于该日的记录照常列出，此警告可以不理。
future-record-several = 本文件有{ $count }条记录的日期还没有到，最早列出的是{ $day }
    .label = 晚于统计截止日期{ $today }

hold-incomplete = { $record }的顺延{ $missing ->
        [both] 没有写原因，也没有证据文件
       *[evidence] 没有证据文件
    }，时限照常计算
    .label = 没有文件，从这里起的等待不停表
    .help = { $missing ->
        [both] 补写hold_reason（甲方要求等什么）和hold_evidence（甲方要求等待的书面材料，如attachments/2026Q2/……）；拿不出材料的，把hold_开头的各项都删去
       *[evidence] 补写hold_evidence（甲方要求等待的书面材料，如attachments/2026Q2/……）；拿不出材料的，把hold_开头的各项都删去
    }
    .summary = 客户原因顺延只填了一部分，或先后颠倒
    .why = 只有甲方书面要求的等待才停表；没有文件，时限一分钟也不停。填了一半，会让人误以为已经扣除。
    .example = 写了hold_from和hold_reason，没有hold_evidence
    .remedy = 起止时间、原因、证据四项写全（还在等的可以不写hold_to）；没有证据的，整段删去。
hold-incomplete-from = { $record }填了{ $key }，没有写顺延开始
    .label = 没有hold_from，时限照常计算
    .help = 补写hold_from（甲方提出等待的时间）；没有顺延的，把hold_开头的各项都删去
hold-incomplete-order = { $record }的顺延结束{ $to }不晚于开始{ $from }，时限照常计算
    .label = 不晚于顺延开始
    .earlier = 顺延开始
    .help = 核对两个时间的日期和上午、下午（下午4点写16:00）
hold-incomplete-reason = { $record }的顺延没有写原因
    .label = 须写明甲方为什么要求等待
    .help = 补写hold_reason：谁提出的、等什么，如“财务科要求月结后再处理”

item-missing = 本次巡检缺少{ $count }个检查项：{ $clauses }
    .label = 这里没有{ $clauses }
    .clause = 应检查的条款
    .help = 逐项补上clause、verdict和result；确实没有检查的，写verdict: 未检并写明reason
    .summary = 合同要求的检查项在巡检记录里没有出现
    .why = 合同逐项约定了检查内容和频次。漏写一项，这一项当期就没有履约证据。
    .example = 合同有九项要巡检，2026Q2的items只写了八项
    .remedy = 补上漏写的检查项；没有检查的如实写未检，不能空着。

item-not-listed = 合同登记表中没有编号为{ $clause }的检查项
    .label = 未知的检查项
    .help = 改正编号并加双引号（"1.10"不加引号会变成1.1）；应巡检的条款有：{ $known }
    .summary = 巡检记录里有一项，合同并没有要求巡检
    .why = 对不上条款的结果进不了履约对照表，而本来要填的那一项会成为缺项。
    .example = clause: "9.99"，合同登记表中没有；或clause: 9.10没有加引号，读成了9.1
    .remedy = 改为合同登记表中的编号；合同确有此项的，先在contract.yaml的clauses中登记。
item-not-listed-other-evidence = 条款{ $clause }不由巡检证明，证据是{ $evidence }
    .label = 不是检查项
    .clause = 证据是{ $evidence }
    .help = 从items中删去这一项；应巡检的条款有：{ $known }

knowledge-name = 知识条目的编号{ $id }与文件名{ $stem }不一致
    .label = 文件名是{ $stem }
    .help = 两者改为一致：改这里，或把文件改名为{ $id }.md；服务记录引用的是编号
    .summary = 知识条目的编号与文件名不一致，或知识节点写得不成树
    .why = 常见问题解答列表按知识节点排列、按编号查找。名字对不上，找得到文件却找不到条目。
    .example = K12.md里写id: K21；node: 票据开具//开票失败
    .remedy = 编号与文件名写成一样；节点用“/”分隔，最多三级，每一级都有名字。
knowledge-name-deep = 知识节点“{ $node }”有{ $levels }级，最多{ $deepest }级
    .label = 层级太多
    .help = 并成{ $deepest }级以内，如“票据开具/开票失败”；更细的区别写进question和keywords
knowledge-name-empty-step = 知识节点“{ $node }”有一级是空的
    .label = 每一级都要有名字
    .help = 删去多余的“/”，或补上那一级的名字；写法如“票据开具/开票失败”

knowledge-orphan = 没有服务记录引用知识条目{ $record }
    .label = 没有来电引用
    .help = 有人问过的，在那条服务记录中写knowledge: { $record }；预先写好备查的，可以不改
    .summary = 知识树里有一条，没有一条服务记录引用它
    .why = 常见问题解答列表按来电次数排列。没有引用的条目印着0次，多半是受理时忘了填关联知识。
    .example = K31已经写好，而服务记录的“关联知识”都没有填K31
    .remedy = 翻一翻近期的来电，把答案用到它的补上；确实没有人问过的，保留也可以。

late-without-reason = { $record }的{ $duties }超时，没有写原因
    .label = 应于{ $deadline }前完成，须写超时原因
    .clause = 超过了这一条的时限
    .help = 补写late_reason：为什么晚、怎么补救的；其实没有超时的，改正填错的时间
    .summary = 服务记录超时，没有写原因
    .why = 报告的超时清单逐条印出原因。空着的一格，医院验收时一定会问。
    .example = 受理09:03，响应10:20，late_reason空着
    .remedy = 如实写明原因；甲方书面要求等待的，填hold_from、hold_to、hold_reason和hold_evidence。

limit-incoherent = 条款{ $clause }的限值没有写界限
    .label = 没有below、at_most或at_least
    .help = 补写below（少于）、at_most（不超过）、at_least（不低于）之一；建议值同样要写，并注明source: 建议值
    .summary = 限值写得无法判定，或怎样都判成一个结果
    .why = 合同对测量值的限值靠它判定。限值写错，超限的表空间也会显示正常。
    .example = 只写了metric和advise，没有below
    .remedy = 每个限值写一个界限；advise（关注线）应在达到界限之前。
limit-incoherent-two-bounds = 条款{ $clause }的限值既写了below又写了at_most
    .label = 两个上限只能有一个
    .help = 合同写“少于”“低于”的留below，写“不超过”“以内”的留at_most
limit-incoherent-nothing-fits = 条款{ $clause }的下限不低于上限，没有值能满足
    .label = 下限
    .help = 核对at_least与below、at_most的数值
limit-incoherent-advise-beyond = 条款{ $clause }的关注线{ $line }不在界限之前
    .label = 到这里已经不合格了
    .help = 关注线应先于界限达到，如below: 90、advise: 80
limit-incoherent-not-inspected = 条款{ $clause }的证据是{ $evidence }，它的限值不会被判定
    .label = 只有巡检的条款才判定限值
    .help = 把限值移到由巡检证明的条款，或把evidence改为巡检记录

metric-incoherent = 指标{ $metric }的最小可信值不小于最大可信值
    .label = 没有值能落在两者之间
    .help = 核对minimum和maximum
    .summary = 指标的登记自相矛盾
    .why = 可信范围写反，全部采样都会被略去；总量与已用量登记不全，就无法核对使用率。
    .example = minimum: 100、maximum: 0；只写total而没有used
    .remedy = 在contract.yaml的metrics中改正该指标。
metric-incoherent-half = 指标{ $metric }缺少{ $missing }，无法核对使用率
    .label = total与used须成对
    .help = 补写{ $missing }，或把另一个也删去
metric-incoherent-other-object = 指标{ $metric }与{ $part }不是同一种对象的指标
    .label = 它的对象不是{ $kind }
    .help = 改为对象（of）同为{ $kind }的指标

missing-attachment = 没有文件{ $path }
    .label = 找不到这个文件
    .help = 把文件放到data/{ $path }并提交；路径从data目录写起，如attachments/2026Q2/df.txt，注意大小写
    .summary = 记录引用的证据文件或图片不存在
    .why = 报告会把它列为附件，验收时拿不出来，这一项就没有证据；知识条目答案中的图片则显示不出来。
    .example = evidence: [attachments/2026Q2/df.txt]，而文件名是DF.txt
    .remedy = 补交文件，或改正路径；文件确已遗失的，删去引用并在结果中说明。
missing-attachment-outside = 没有文件{ $path }
    .label = 不是data/attachments/里的文件
    .help = 把文件放到data/attachments/里面并提交，再写它的路径，如attachments/2026Q2/df.txt
missing-attachment-similar = 没有文件{ $path }，是否想写{ $meant }
    .label = 应为{ $meant }？
    .help = 改为{ $meant }；路径从data目录里面写起（不带data/），用“/”分隔，大小写须一致

notice-chain = { $record }的首次记录写的是它自己
    .label = { $first }就是本记录
    .help = 本记录就是首次的，删去first_notice；否则改为首次记录的编号
    .summary = 后续来电没有直接指向同一故障的首次记录
    .why = 同一故障的时限从首次通知起算，后续记录不再计时。指错了，这个故障就没有一条记录在计时，超时也看不出来。
    .example = T-03的first_notice是T-02，而T-02的first_notice是T-01
    .remedy = 每条后续记录都直接写最早那一条的编号；最早的一条不写first_notice。
notice-chain-chain = { $record }指向{ $first }，而{ $first }又指向{ $next }
    .label = { $first }不是首次记录
    .record = 它指向{ $next }
    .help = 改为最早那一条的编号，多半是first_notice: { $next }
notice-chain-circle = { $record }与{ $first }互相指向对方
    .label = 两条都成了后续记录
    .record = { $first }指回{ $record }
    .help = 先受理的是首次记录：删去这里的first_notice
notice-chain-later = { $record }指向{ $first }，而{ $first }到{ $at }才受理
    .label = 比本记录晚
    .record = 受理时间
    .help = 两条换过来：删去这里的first_notice，在{ $first }中写first_notice: { $record }；时间填错的，改正received_at

onsite-without-visit = { $record }的解决方式是现场，没有现场服务单
    .label = 没有一张服务单写着{ $record }
    .clause = 到场由现场服务单证明
    .help = 在data/visits/中补一条：id、purpose: 现场服务、ticket: { $record }、engineers、arrived_at、work；没有到现场的，改正resolution
    .summary = 服务记录写现场解决，却没有现场服务单
    .why = 到场时间以现场服务单为准。没有服务单，到场就没有证据，还会判为超时。
    .example = resolution: 现场，而data/visits/中没有ticket为该编号的记录
    .remedy = 补登服务单并附签字的扫描件；一次到场处理了同一故障的几条记录，服务单写首次记录的编号。

outside-term = 巡检在{ $day }结束，{ $period }要到{ $from }才开始
    .label = 早于所属周期
    .help = 核对日期，或把period和文件名改为它实际所属的周期
    .summary = 日期不在它所归档的周期之内
    .why = 上一季度的巡检不能顶替本季度，上一季度的采样也不能证明本季度的使用率。
    .example = 2026Q2.yaml的finished_at是2026-03-19
    .remedy = 改正日期，或归到实际的周期。
outside-term-sample = { $day }的采样放在了{ $folder }目录
    .label = { $folder }为{ $from }至{ $to }
    .help = 把这些行移到所属周期的目录；多半是采集脚本换季后没有换目录
outside-term-folder = “{ $folder }”不是合同的周期，采样不能放在这里
    .help = 采样放在data/probes/周期/下，如data/probes/2026Q2/
outside-term-record = { $day }不在合同服务期内
    .label = 服务期为{ $from }至{ $to }
    .help = 核对年份和月份；服务期以外的工作不属于本合同，移出data目录；合同已延期的，改contract.yaml的term

parts-disagree = { $object }的使用率{ $share }%与已用{ $used }、总量{ $total }不符，应为{ $computed }%
    .label = { $day }的使用率
    .total = 总量
    .used = 已用量
    .help = 核对采集脚本：三者须取自同一对象、同一口径（按已分配容量或按最大可扩展容量）。共{ $days }天不符
    .summary = 使用率与已用量、总量对不上
    .why = 报告会把三者印在同一行。对不上，说明至少有一个采错了，据此所作的判定也就不可信。
    .example = 已用85.44GB、总量120GB，使用率却是60%
    .remedy = 改正采集脚本并重新导出有关日期；口径须与contract.yaml的space_basis一致。
parts-disagree-too-large = { $object }的已用量{ $used }大于总量{ $total }
    .label = { $day }的已用量
    .total = 总量
    .help = 核对采集脚本的单位（GB与MB）和对象。共{ $days }天不符

period-mismatch = 周期{ $period }与文件名{ $stem }不一致
    .label = 文件名是{ $stem }
    .help = 两者改为一致：改这里，或把文件改名为{ $period }.yaml
    .summary = 记录的周期与文件名不一致，或不是合同的周期
    .why = 归错周期，一个季度会“无履约证据”，另一个季度会多出一份。
    .example = 复制2026Q1.yaml为2026Q2.yaml，而period仍是2026Q1
    .remedy = 改正period或文件名；周期名由服务期和periods口径决定。
period-mismatch-unknown = { $period }不是合同的巡检周期
    .label = 未知的周期
    .help = 可用：{ $known }；服务期或季度口径有误的，改contract.yaml的term和periods
period-mismatch-not-owed = { $period }不是合同的年度，不能作{ $evidence }的年度
    .label = 未知的年度
    .help = 可用：{ $known }；服务期或年度口径有误的，改contract.yaml的term和periods
period-mismatch-misfiled = 文件{ $stem }里有{ $count }条不是该期受理的记录：{ $ids }
    .label = { $day }受理
    .help = 移到所属月份或季度的文件；日期写错的，改正日期。统计按受理时间归期，不看文件名
period-mismatch-year = 年份{ $period }与文件名{ $stem }不一致
    .label = 文件名是{ $stem }
    .help = 两者改为一致：改这里，或把文件改名为{ $period }.yaml

personal-id-number = 文字中有居民身份证号{ $masked }
    .label = 这段文字含身份证号
    .help = 删去身份证号，需要指认时写工单号或票据号；已提交的，请项目经理评估是否清理git历史
    .summary = 记录文字里有居民身份证号
    .why = 《个人信息保护法》把身份证号列入须严格保护的个人信息。维保记录和报告都用不到它。
    .example = 结果中写“患者身份证号……开票失败”
    .remedy = 删去或改写；截图中的也要打码。18位的票据代码、流水号校验位不符，不会误报。

phone-number-in-text = 文字中有手机号{ $masked }
    .label = 这段文字含手机号
    .help = 删去手机号，写姓名或岗位即可；来电号码写在phone，人员的联系方式登记在people.yaml，输出时自动打码
    .summary = 记录的文字里有手机号
    .why = 人员名单和phone里的号码会打码，写在文字里的会原样印进报告。
    .example = action写“已电话通知某科员”并附手机号
    .remedy = 改为“已电话通知信息科”。

placeholder-left = 文字中还有待填的“{ $mark }”
    .label = 还没有填写
    .help = 写上实际内容；确实没有的，可选的键整行删掉
    .summary = 草稿里的占位文字没有填写
    .why = 占位文字会原样印进报告，由医院签字存档。
    .example = conclusion: TODO
    .remedy = 逐处填写；用编辑器搜索TODO、待填写、待补充。

probe-for-unknown-asset = 资产清单中没有{ $asset }，它有{ $samples }条采样
    .label = 未登记的资产
    .help = 在assets.yaml中登记{ $asset }，或改正采集脚本；同类资产有：{ $known }
    .summary = 采样的资产或对象不在资产清单里
    .why = 对不上号的采样不参加判定：新增的表空间已满，报告里却看不到它。
    .example = 脚本写db-1，而assets.yaml中是db1
    .remedy = 新增的先在assets.yaml登记；改名的，清单与脚本一并修改。
probe-for-unknown-asset-kind = { $asset }不是{ $kind }，{ $metric }的{ $samples }条采样对不上
    .label = 指标与资产的种类不符
    .help = { $metric }只用于{ $kind }：改正脚本中的资产或指标；这类资产有：{ $known }
probe-for-unknown-asset-object = { $asset }下没有登记{ $kind }“{ $object }”，它有{ $samples }条采样
    .label = 未登记的对象
    .help = 在assets.yaml的{ $asset }下登记“{ $object }”，或改正采集脚本；已登记的有：{ $known }

reason-missing = 检查项{ $clause }为{ $verdict }，没有写原因
    .label = 须写明原因
    .help = 在这一项补写reason，如“医院停机窗口未批准，商定7月补检”
    .summary = 未检或不适用的检查项没有写原因
    .why = 未检要由医院认可，不适用要有双方约定。没有原因，验收时按没有履行处理。
    .example = verdict: 未检，而没有reason
    .remedy = 写明原因和补检安排；不适用的另附书面约定。

result-missing = 检查项{ $clause }为{ $verdict }，没有写检查结果
    .label = 只有结论，没有结果
    .help = 在这一项补写result：看了什么、数值多少、与上季度相比如何
    .summary = 检查项有结论，没有结果
    .why = 报告的“检查结果”一栏会空着；没有事实的结论，医院不会签字。
    .example = verdict: 正常，而没有result
    .remedy = 写明检查所见，有数值的写数值。

revisit-incomplete = 回访{ $record }没有写{ $missing }
    .label = 回访须写明{ $missing }
    .clause = 由回访记录证明
    .help = 补写：period（年度，如2026或Y1）、method（现场、电话、视频之一）、interviews（每位受访人的科室、建议和感受，须用YAML写）；不是回访的，把purpose改为现场服务
    .summary = 回访没有写全，或现场服务里写了回访的内容
    .why = 回访要听取使用者的建议和感受，按年度归档。没有年度和访谈，这次回访证明不了任何一年。
    .example = purpose: 回访，而没有interviews
    .remedy = 补写年度、方式和每位受访人的话；只是修故障的到场，purpose写现场服务。
revisit-incomplete-on-site = 现场服务单{ $record }写了{ $key }，这是回访才有的内容
    .label = 现场服务不写{ $key }
    .purpose = 性质在这里
    .help = 本来是回访的，把purpose改为回访；确是现场服务的，把{ $key }移到回访记录

sla-incoherent = 工作时段的开始{ $from }不早于结束{ $to }
    .label = 没有时间能落在里面
    .help = 写作window: ["09:00", "18:00"]，先开始后结束
    .summary = 时限口径、日历口径或条款的计时方式自相矛盾
    .why = 合同的全部时限都按contract.yaml的sla、calendar和clauses计算。口径写错，每一条服务记录的判定都会错。
    .example = window: ["18:00", "09:00"]；一般问题的时限比紧急问题还短；两个条款同时登记clock: 响应
    .remedy = 对照合同原文改正contract.yaml；没有约定的口径不写，用默认值。
sla-incoherent-answers = { $unit ->
        [hours] 一般问题的时限（{ $normal }小时）比紧急问题的（{ $urgent }小时）还短
       *[minutes] 一般问题的时限（{ $normal }分钟）比紧急问题的（{ $urgent }分钟）还短
    }
    .label = 一般问题的时限
    .help = 核对urgent_hours和normal_hours（或urgent_minutes、normal_minutes），多半写反了；分钟和小时都写的，以分钟为准
sla-incoherent-clock = 条款{ $clause }登记了“{ $clock }”的时限，证据却是{ $evidence }
    .label = 不会计时
    .evidence = 证据类型在这里
    .help = 响应和答复的时限，evidence写服务记录；到场的，写现场服务单；条款没有时限的，删去clock
sla-incoherent-counts = 条款{ $clause }登记了时限，counts不起作用
    .label = 不会用到
    .clock = 时限在这里
    .help = 有时限的条款按时限自行选取服务记录：删去counts；没有时限的，删去clock
sla-incoherent-day = { $day }既是额外放假，又是额外上班
    .label = 额外上班
    .holiday = 额外放假
    .help = 保留实际的一种，删去另一种
sla-incoherent-long = { $key }合{ $hours }小时，超过一年（{ $longest }小时）
    .label = 时限太长
    .help = 核对单位：_hours写小时，_minutes写分钟
sla-incoherent-twice = 条款{ $clause }与{ $first }登记了同一个时限“{ $clock }”，渠道也有重叠
    .label = 同一条服务记录会算两次
    .first = 先登记的
    .help = 合同分渠道约定的，用channels分开；只是同一承诺的两处文字，留一个clock
sla-incoherent-useless = 条款{ $clause }的证据是{ $evidence }，{ $key }不起作用
    .label = 不会用到
    .evidence = 证据类型在这里
    .help = 删去{ $key }，或改正evidence：channels用于服务记录、服务渠道、值班安排和有时限的条款，counts用于没有时限的服务记录，escalation用于后端支持记录

survey-by-the-engineer-who-served = 调查人员{ $person }在{ $period }{ $visits ->
        [0] 受理过{ $tickets }条服务记录
       *[other] { $tickets ->
            [0] 到现场服务过{ $visits }次
           *[other] 受理过{ $tickets }条服务记录，到现场服务过{ $visits }次
        }
    }
    .label = 调查人员须是没有参与服务的人
    .served = 其中一次
    .clause = 由满意度调查证明
    .help = 由没有参与服务的人重新调查；登记有误的，改正surveyors，或改正那条服务记录的受理人、服务人员
    .summary = 满意度由提供服务的人自己来问
    .why = 当面问“您对我满意吗”，得不到真话。满意度调查用于改进服务和验收，问的人与服务的人须分开。
    .example = 热线坐席miaoqingdai同时是2026年度调查的调查人员
    .remedy = 改由回访专员等不受理、不上门的人拨打；已经调查的，注明情况后重新调查。

survey-incomplete = 受访人{ $respondent }的结果是完成，没有一个评分
    .label = 完成了，却没有回答
    .help = 补写answers，如answers: {"{"} Q1: 满意 {"}"}；没有问成的，改正outcome
    .summary = 满意度调查的拨打记录、结果和回答对不上
    .why = 满意度报告印出名单、拨打次数、回收率和评分。一处对不上，回收率和满意率都不可信。
    .example = outcome: 完成，而没有answers；最后一次拨打未接通，结果却是拒访
    .remedy = 对照拨打记录逐人核对；没有联系上的，在不同时间再拨，拨满三次。
survey-incomplete-few-attempts = 受访人{ $respondent }未接通，只拨了{ $calls }次
    .label = 应在不同时间至少拨{ $least }次
    .help = 再拨几次并补写attempts；已经拨过没有记的，补记时间
survey-incomplete-last-attempt = 受访人{ $respondent }的结果是{ $outcome }，最后一次拨打却是{ $told }
    .label = 与最后一次拨打不符
    .attempt = 最后一次拨打
    .help = 两者改为一致；拨打记录按时间先后写，最后一次写在最后
survey-incomplete-no-attempts = 受访人{ $respondent }的结果是完成，没有拨打记录
    .label = 完成了，却没有拨打过
    .help = 补写attempts，写明拨打时间和结果；不是电话调查的，改正method
survey-incomplete-overall = { $question }也是总体题，{ $first }已经是了
    .label = 总体评价只能有一题
    .first = 第一道总体题
    .help = 保留一道；其余的，把kind改为评分或开放
survey-incomplete-pending = 调查已于{ $day }结束，受访人{ $respondent }还是待访
    .label = 结束了，还没有问到
    .finished = 结束日期
    .help = 写明最后的结果：完成、拒访、未接通、空号、已离岗、未使用之一；调查还在进行的，删去finished_on

survey-rules-incoherent = “{ $word }”的分值{ $score }不低于前一级“{ $above }”的{ $limit }
    .label = 量表须从最好到最差
    .help = 各级按满意程度从高到低排列，分值逐级降低，如100、80、60、40、20
    .summary = 满意度的量表或权重自相矛盾
    .why = 满意率和得分都按量表计算。量表写错，同样的回答会算出不同的结论。
    .example = “满意”80分、“一般”80分；“一般”既计入满意又计入不满意；权重合计95
    .remedy = 改正contract.yaml的survey，或该年问卷的weight。
survey-rules-incoherent-both = “{ $word }”既计入满意，又计入不满意
    .label = 只能计入一边
    .help = 保留satisfied或negative中的一个；中间的一级两个都不写
survey-rules-incoherent-twice = 量表中“{ $word }”写了两次
    .label = 第二次
    .first = 第一次
    .help = 改正用词，或删去一级
survey-rules-incoherent-unknown = 不计分的回答“{ $word }”也是量表的一级
    .label = 一个词不能既计分又不计分
    .help = 换一个词，如unknown: 不了解
survey-rules-incoherent-weights-some = { $questions }没有权重，别的评分题有
    .label = 没有写权重
    .weight = 这一题有权重
    .help = 每道评分题都写weight，合计100；要等权的，全部不写。总体题和开放题不计权重
survey-rules-incoherent-weights-sum = 各评分题的权重合计{ $sum }
    .label = 合计应为100（或1）
    .help = 调整weight，使全部评分题合计100；总体题和开放题的不计在内

survey-scale = 受访人{ $respondent }对{ $question }的回答“{ $word }”不在量表中
    .label = 不是量表的用词
    .help = 改为：{ $words }之一；受访人的原话写在comments
    .summary = 满意度调查的回答无法统计
    .why = 满意率按量表的用词逐个计数。写成别的词或放错题目，这个回答就不在任何一格里。
    .example = answers中写Q1: 比较满意，而量表没有“比较满意”
    .remedy = 评分题写量表的用词，开放题的原话写在comments；题号与questions一致。
survey-scale-open = { $question }是开放题，受访人{ $respondent }的回答写在了评分里
    .label = 开放题不写在answers
    .help = 移到comments，写受访人的原话
survey-scale-question = 问卷中没有{ $question }，受访人{ $respondent }却有这一题的回答
    .label = 未知的题号
    .help = 改正题号；问卷有：{ $known }
survey-scale-rated = { $question }是评分题，受访人{ $respondent }的意见写在了它下面
    .label = 评分题没有意见栏
    .help = 评分写在answers；受访人的原话，移到comments中一道开放题下

text-missing = { $key }是空的
    .label = 没有内容
    .help = 写上内容；这段文字会印进报告
    .summary = 报告要印的一段文字是空的
    .why = 空着的结论、问题或名称，会在报告里留下一处空白，由医院签字存档。
    .example = conclusion: ""
    .remedy = 补写内容。

ticket-without-outcome = { $record }已于{ $at }关闭，没有写解决方式，也没有写答复内容
    .label = 关闭了，看不出怎么解决的
    .help = 补写resolution（电话、远程、现场、研发之一）和answer（答复了什么）；没有办完的，删去closed_at
    .summary = 服务记录已经关闭或解决，没有写结果
    .why = 报告逐条印出解决方式和答复内容。空着的一行，证明不了问题已经解决。
    .example = closed_at: 2026-05-06 14:00，而没有resolution
    .remedy = 对照当时的记录补写；同一故障的后续来电写了first_notice的，结果以首次记录为准，不必另写。
ticket-without-outcome-answer = { $record }已于{ $at }关闭，没有写答复内容
    .label = 关闭了，没有答复
    .help = 补写answer，一两句话：什么原因、怎么处理的；没有办完的，删去closed_at
ticket-without-outcome-instant = { $record }是即时答复，没有写答复时间
    .label = 即时答复也要有时间
    .help = 补写answered_at（就在这次通话中）；不是当场答复的，把instant改为否
ticket-without-outcome-resolution = { $record }已于{ $at }关闭，没有写解决方式
    .label = 关闭了，看不出怎么解决的
    .help = 补写resolution：电话、远程、现场、研发之一；没有办完的，删去closed_at
ticket-without-outcome-settled = { $record }已于{ $at }答复或解决，过了一个月还没有写解决方式
    .label = 早已有结果
    .help = 补写resolution：电话、远程、现场、研发之一；已经了结的，连同closed_at一并补写

time-order = 结束时间{ $after }早于开始时间{ $before }
    .label = 早于开始时间
    .earlier = 开始时间
    .help = 核对日期和上午、下午（下午4点写16:00）
    .summary = 先后两个日期颠倒了
    .why = 颠倒的日期会使巡检时长为负、问题未提出先到期，报告一看便知有误。
    .example = started_at: 2026-06-10 09:00、finished_at: 2026-06-10 04:40
    .remedy = 对照原始记录改正其中一个。
time-order-term = 服务期的截止日{ $after }早于起始日{ $before }
    .label = 早于起始日
    .earlier = 起始日
    .help = 按合同改正term；没有正确的服务期，就没有任何应履行的周期
time-order-due = 计划完成日期{ $after }早于发现问题的{ $before }
    .label = 发现之前就已到期
    .earlier = 巡检开始
    .help = 核对due的年份和月份
time-order-revision = 版本{ $version }的日期{ $after }早于{ $before }
    .label = 早于前一个日期
    .earlier = 前一个日期
    .help = 报告在巡检结束后编制，各版本按日期先后排列：改正日期或次序
time-order-follow-up = { $after }开始的巡检跟踪了{ $id }，而它到{ $before }才提出
    .label = 当时还没有这个问题
    .earlier = 到这里才提出
    .help = 改正问题编号，或移到后一次巡检的followups

time-order-closed-early = { $id }的关闭日期{ $day }早于发现它的{ $before }
    .label = 发现之前就已关闭
    .earlier = 巡检开始
    .help = 核对closed_on的年份和月份
time-order-closed-late = { $id }的关闭日期{ $day }晚于记录它的巡检（{ $after }结束）
    .label = 记录时还没有到
    .earlier = 巡检结束
    .help = 核对日期；当时尚未关闭的，status写处理中，在下一次巡检中关闭
time-order-days = { $second }{ $after }早于{ $first }{ $before }
    .label = 早于{ $first }
    .earlier = { $first }
    .help = 核对年份、月份和日期
time-order-moments = { $second }{ $after }早于{ $first }{ $before }
    .label = 早于{ $first }
    .earlier = { $first }
    .help = 核对日期和上午、下午（下午4点写16:00）；不写秒按00秒计，两处要么都写秒，要么都不写
time-order-before-receipt = { $second }{ $after }早于{ $ticket }的{ $first }{ $before }
    .label = 当时还没有接到{ $ticket }
    .earlier = { $ticket }到这时才受理
    .help = 核对日期，或改正ticket的编号
time-order-after-end = { $second }{ $after }晚于调查的{ $first }{ $before }
    .label = 调查已经结束
    .earlier = { $first }
    .help = 核对日期；调查尚未结束的，改正或删去finished_on

typical-without-knowledge = { $record }标为典型问题，没有关联知识条目
    .label = 典型问题须有解答
    .clause = 典型问题要形成解答
    .help = 补写knowledge: 知识条目的编号（如K12）；还没有条目的，先在data/knowledge/中写一条；算不上典型的，把typical改为否
    .summary = 标为典型问题的服务记录，没有关联知识条目
    .why = 典型问题要整理出解答，再有人问时才能当场答复。没有解答，整理典型问题的约定就只履行了一半。
    .example = typical: 是，knowledge空着
    .remedy = 在知识树中写好问题和解答步骤，再把编号填进服务记录。

unit-mismatch = { $metric }的单位应为“{ $expected }”，{ $samples }条采样写的是“{ $unit }”
    .label = 单位不同，没有参加判定
    .help = 改正采集脚本的单位和数值；确要换单位的，连同contract.yaml中的限值一并修改
    .summary = 采样的单位与指标的单位不同
    .why = 单位不同就不能与限值比较。把0.83当作83%，超限也会显示正常。
    .example = tablespace.used_pct的单位写成“percent”
    .remedy = 让脚本按contract.yaml中metrics登记的单位输出，并重新导出。
unit-mismatch-none = { $metric }的单位应为“{ $expected }”，{ $samples }条采样没有写单位
    .label = 没有单位，没有参加判定
    .help = 在unit列写“{ $expected }”；没有单位的指标，在contract.yaml中删去unit

unknown-metric = 合同登记表中没有指标{ $metric }，它有{ $samples }条采样
    .label = 未登记的指标
    .help = 在contract.yaml的metrics中登记，或改正采集脚本；已登记的有：{ $known }
    .summary = 采样的指标没有登记
    .why = 没有登记的指标不参加判定，采了也等于没采；多半是指标名写错，真正的指标因此缺数。
    .example = tablespace.used（应为tablespace.used_pct）
    .remedy = 改正脚本；确属新指标的，在contract.yaml登记名称、对象和单位。

unknown-reference = { $what ->
        [person] 人员名单中没有{ $id }
        [clause] 合同登记表中没有条款{ $id }
        [finding] 没有编号为{ $id }的问题
        [metric] 合同登记表中没有指标{ $id }
        [asset] 资产清单中没有这类资产{ $id }
        [object] 该资产下没有登记“{ $id }”
        [part] 只写了资产{ $id }，没有写明其中的对象
        [code] 没有名为{ $id }的服务偏离
        [ticket] 没有编号为{ $id }的服务记录
        [escalation] 没有编号为{ $id }的后端支持记录
        [knowledge] 没有编号为{ $id }的知识条目
        [record] 没有编号为{ $id }的记录
       *[other] 找不到{ $id }
    }
    .label = { $what ->
        [person] 未登记的人员
        [clause] 未知的条款
        [finding] 未知的问题
        [metric] 未登记的指标
        [asset] 未登记的资产
        [object] 未登记的对象
        [part] 须写明对象
        [code] 不能确认
        [ticket] 未知的服务记录
        [escalation] 未知的后端支持记录
        [knowledge] 未知的知识条目
        [record] 未知的记录
       *[other] 未知的编号
    }
    .help = { $what ->
        [person] 这里写people.yaml中的编号（不是姓名）；新人先登记。已登记的有：{ $known }
        [clause] 改正编号并加双引号；已登记的有：{ $known }
        [finding] 改正编号；已提出的问题有：{ $known }
        [part] 补写object，可写：{ $known }
        [code] 只有服务偏离可以确认，数据错误须改正记录；可确认的有：{ $known }
        [ticket] 改正编号；相近的编号有：{ $known }
        [escalation] 改正编号，或先登记；相近的编号有：{ $known }
        [knowledge] 改正编号，或先写知识条目；相近的编号有：{ $known }
        [record] 可写服务记录、现场服务、后端支持、巡检及其问题的编号；相近的有：{ $known }
       *[other] 改正编号，或先登记；已登记的有：{ $known }
    }
    .summary = 记录引用的人员、条款、问题、其他记录、指标、资产或检查代码不存在
    .why = 引用落空，报告里就印不出姓名、条款或问题，履约的链条在这里断开。
    .example = inspectors: [骆闻笙]（应写编号luowensheng）
    .remedy = 改正编号；确属新增的，先在people.yaml、contract.yaml或assets.yaml中登记。

unprintable-character = 文字中有报告字体印不出的字符{ $character }（{ $code }）
    .label = 这段文字含{ $code }
    .help = 换成常用字符：表情符号改用文字，生僻字改用通行写法，看不见的控制字符删去
    .summary = 文字里有随附字体没有的字符
    .why = 存档用的PDF/A不允许缺字，遇到缺字整份报告都生成不了。
    .example = 结果里有表情符号，或从网页复制来的零宽空格
    .remedy = 按提示的代码找到该字符并替换；人名用字印不出的，请告知项目经理补充字体。

unused-acknowledgement = 没有与此确认相符的问题：{ $code }，{ $record }
    .label = 没有这样的服务偏离
    .help = 偏离已不存在的，从acknowledged中删去；否则按weibao check --format json输出的record改正
    .summary = 一条确认没有对应的服务偏离
    .why = 过时的确认会在下次出现同名偏离时把它悄悄盖住。
    .example = 已补检的项目，确认仍留在acknowledged中
    .remedy = 删去这一条，或改正code和record。

unused-attachment = 没有记录引用附件{ $path }
    .help = 在它所证明的检查项或记录的evidence中写上{ $path }；无用的删去
    .summary = 附件目录里有文件，没有记录引用它
    .why = 没有引用的附件不会进入报告，花了工夫留的证据等于没有；也可能是误提交的文件。
    .example = 截图已放入data/attachments/2026Q2/，而检查项没有写evidence
    .remedy = 补写引用，或删去文件。

urgent-unknown = { $record }没有写明是否影响业务，按紧急问题计时
    .label = 没有问清，按影响业务处理
    .clause = 按这一条的时限判定
    .help = 问清来电人，写affects_business: 是或否；问不到的，就按紧急问题判定
    .summary = 没有问清是否影响业务，只好按紧急问题计时
    .why = 影响业务的问题，答复时限一般更短。没有问，就按紧急问题的时限算，可能平白多一次超时。
    .example = affects_business: 未知，或这一列空着
    .remedy = 接听时问一句“现在还能不能正常办业务”，当场填写；事后补问的，写来电当时的情况。
urgent-unknown-both = { $record }影响业务，没有写明是否需要紧急解决，按紧急问题计时
    .label = 没有问清是否紧急
    .help = 问清来电人，写urgent: 是或否；合同登记的紧急判定是“影响业务且需紧急解决”

verdict-contradicts-probe = 检查项{ $clause }写{ $verdict }，而{ $object }为{ $value }，应为{ $owed }
    .label = 应为{ $owed }
    .clause = { $source ->
        [contract] 合同限值{ $limit }
        [agreed] 双方约定限值{ $limit }
       *[advisory] 关注线（建议值）{ $limit }
    }
    .sample = { $at }采样
    .help = 把verdict改为{ $owed }，并在findings中提出建议；采样有误的，改正采样
    .summary = 检查项的结论比采样所示的轻，或无故更重
    .why = 限值约束每一个对象，有一个不满足，该项就是异常。结论与数值矛盾的报告不能签字。
    .example = 结论写正常，而EBILL_DATA当天已经超过限值
    .remedy = 结论改为与数值一致；达到合同限值为异常，越过关注线为关注。
verdict-contradicts-probe-harsher = 检查项{ $clause }写{ $verdict }，而测量值都在限内，也没有提出问题
    .label = 看不出为何{ $verdict }
    .clause = 按这一条，测量值都合格
    .help = 在findings中写明问题；判断有误的，把verdict改为{ $owed }

visit-without-signature = 现场服务单{ $record }没有写确认人和确认日期
    .label = 没有人签字
    .clause = 到场由签字的服务单证明
    .help = 补写signed_by（签字人的编号或姓名）和signed_on（签字日期）；当时没有签的，请科室补签，写补签的日期
    .summary = 现场服务单没有甲方签字
    .why = 到场时间以科室签字的服务单为准。没有签字，到场时间只是乙方自己的说法。
    .example = arrived_at: 2026-05-06 12:40，signed_by空着
    .remedy = 离开前请使用科室签字；漏签的补签，并把扫描件放到附件。
visit-without-signature-by = 现场服务单{ $record }写了确认日期，没有写确认人
    .label = 谁签的
    .help = 补写signed_by：签字人在people.yaml中的编号，没有登记的写姓名
visit-without-signature-on = 现场服务单{ $record }写了确认人，没有写确认日期
    .label = 哪天签的
    .help = 补写signed_on：服务单上的签字日期

## 服务偏离

advisory-reached = { $object }的{ $metric }为{ $value }，越过关注线
    .label = { $asset }的{ $object }
    .clause = 关注线（建议值）{ $limit }，不是合同限值
    .sample = { $at }采样
    .help = 合同仍满足，但应及早处理；有关问题在followups中关闭后，此警告即消失。与医院商定暂不处理的，在acknowledged登记：code: advisory-reached、record: { $record }
    .summary = 测量值越过了建议的关注线
    .why = 关注线是建议值，先于合同限值到达。等到达限值再扩容，往往来不及。
    .example = EBILL_DATA使用率71.40%，关注线70%
    .remedy = 提出扩容或归档的建议，并跟踪到关闭。

answer-late = { $id }到{ $stop }才答复，超过时限{ $overrun }{ $explained ->
        [yes] （原因：{ $reason }）
       *[no] { "" }
    }
    .label = { $by ->
        [interim] 按进展告知计，应不迟于{ $deadline }（{ $start }起算）
       *[answer] 应不迟于{ $deadline }（{ $start }起算）
    }
    .clause = { $duty ->
        [urgent-answer] 影响业务，{ $limit }内答复
       *[normal-answer] 不影响业务，{ $limit }内答复
    }
    .help = 时间记错的，照原始记录改正answered_at；确已超时的，把原因写在late_reason，报告照列。与医院商定的，在acknowledged登记：code: answer-late、record: { $record }
    .summary = 一时无法答复的问题，答复晚于时限
    .why = 不能当场答复的问题，合同约定了答复时限。给出解决办法或有日期的安排才算答复，只告知进展，没有约定的不算。
    .example = 应于周三09:10前答复的咨询，周三09:51才答复，超过41分
    .remedy = 如实保留时间，写明late_reason；以后在时限前先给出有日期的安排。

arrival-late = { $id }到{ $stop }才{ $by ->
        [remote] 远程解决，没有到场
       *[arrival] 到达现场
    }，超过时限{ $overrun }{ $explained ->
        [yes] （原因：{ $reason }）
       *[no] { "" }
    }
    .label = 应不迟于{ $deadline }（{ $start }起算）
    .clause = 按这一条，{ $limit }内到达现场
    .help = 时间记错的，照签字的服务单改正arrived_at（远程解决的改remote_resolved_at）；确已超时的，把原因写在服务记录的late_reason，报告照列。与医院商定的，在acknowledged登记：code: arrival-late、record: { $record }
    .summary = 电话和远程没有解决的故障，到场晚于时限
    .why = 电话和远程解决不了的故障，工程师须在时限内到场。在时限内远程解决的，不必到场；拖过时限才远程解决的，仍是超时。
    .example = 应于周六17:30前到场，周六18:20才到达
    .remedy = 如实保留时间，写明late_reason；远程不见效时及早派人。

asset-not-probed = 巡检时没有{ $object }的{ $metric }
    .label = { $asset }的{ $object }没有测量值
    .clause = 每个对象都要检查，限值{ $limit }
    .help = 补交{ $before }以前的采样；没有采样的，把当时的读数写在这一项的measured；停用的对象从assets.yaml中删去。与医院商定的，在acknowledged登记：code: asset-not-probed、record: { $record }
    .summary = 应判定限值的对象，巡检时没有任何测量值
    .why = 限值约束登记的每一个对象。少测一个，这一项就没有查全。
    .example = 新增的表空间EBILL_LOB登记了，采集脚本没有采
    .remedy = 让脚本采集全部登记的对象；本期补写人工测量值。

channel-closed = 条款{ $id }承诺{ $channel }渠道，合同登记表里没有它的{ $key ->
        [email] 地址
       *[other] 号码
    }
    .label = 这里没有{ $key }
    .clause = 承诺在这里
    .help = 在contract.yaml的vendor下补写{ $key }；尚未开通的，开通后补写。与医院商定不开通的，在acknowledged登记：code: channel-closed、record: { $record }
    .summary = 合同承诺了服务渠道，却没有登记号码或地址
    .why = 用户不知道号码或地址，就无从联系。没有人来信可以，渠道不存在不可以。
    .example = 有条款承诺传真，vendor下却没有fax
    .remedy = 登记号码或地址，并告知全部使用科室。

escalation-open = { $id }（{ $kind }）在{ $period }提出，已{ $days }天，没有解决
    .label = 至今没有solved_at
    .clause = 按这一条应予处理
    .help = 已解决的，补写solved_at和result；没有解决的，催办并在action写明进展。与医院商定的，在acknowledged登记：code: escalation-open、record: { $record }
    .summary = 提交研发的事项，到季度结束仍没有解决
    .why = 代码修复和性能优化往往没有约定期限，但过了季度仍无结果的，验收时要能说明。
    .example = E-20260511-01五月提出，七月仍无solved_at
    .remedy = 催办，并在action中写明进展和预计版本。

finding-overdue = 问题{ $id }应于{ $due }前完成，至今没有关闭
    .label = 已过计划日期
    .last = 最近一次跟踪
    .help = 已完成的，在下一次巡检的followups中写明并关闭；未完成的，与医院商定新的日期后改due。已商定的，在acknowledged登记：code: finding-overdue、record: { $record }
    .summary = 问题的计划完成日期已过，没有关闭
    .why = 建议提出之后要有着落，验收时逐条核对。
    .example = F-2026Q1-01的due是2026-05-31，到7月仍未关闭
    .remedy = 完成并关闭；责任在医院的，书面提醒并留存。
finding-overdue-hospital = 问题{ $id }由甲方处理，应于{ $due }前完成，至今没有关闭
    .label = 已过计划日期（甲方）
    .last = 最近一次跟踪
    .help = 书面提醒医院，并把提醒写入下一次巡检的followups；这不算乙方的偏离

inspection-late = { $period }的巡检到{ $day }才完成
    .label = 该周期已于{ $ended }结束
    .clause = 应每期检查一次
    .help = 日期有误的改正；确属补检的，报告将写“逾期履行”。已与医院商定的，在acknowledged登记：code: inspection-late、record: { $record }
    .summary = 巡检在所属周期结束以后才完成
    .why = 合同约定每期巡检一次，本期结束后补做的是逾期履行。
    .example = 2026Q2的巡检在2026-07-03完成
    .remedy = 如实保留日期；下一周期及早安排，obligation-due-soon会提前提醒。

inspection-missing = { $period }没有巡检记录：{ $count }项检查无履约证据
    .label = 该条款要求每期检查，本期已于{ $ended }结束
    .help = 补交data/inspections/{ $id }.yaml；确未巡检的，报告将写明“无履约证据”
    .summary = 一个周期已经结束，却没有巡检记录
    .why = 合同约定了每期要检查的各项。没有记录就没有证据，验收时该期全部检查项都是“无履约证据”。
    .example = data/inspections/中没有2026Q2.yaml，而第二季度已经结束
    .remedy = 找回并提交当期的巡检记录；确未巡检的，与医院商定补检并如实记录时间，报告会写“逾期履行”。

item-not-inspected = 检查项{ $clause }未检（{ $reason }）
    .label = 本期只算部分履行
    .clause = 本期应检查
    .help = 可在本期内补检的，补检后改写结论；不能补检的，与医院书面确认后在acknowledged登记：code: item-not-inspected、record: { $record }
    .summary = 合同要求的检查项本期没有检查
    .why = 未检不能算正常。有一项未检，该条款本期就是“部分履行”。
    .example = 票据存档一项未检，原因是医院停机窗口未批准
    .remedy = 及时补检；原因在医院的，取得书面确认。
item-not-inspected-no-reason = 检查项{ $clause }未检
    .label = 本期只算部分履行

measure-overdue = 改进措施{ $id }应于{ $due }前完成，至今没有完成
    .label = 已过完成时限
    .help = 已完成的，写status: 关闭和closed_on；没有完成的，与医院商定新的日期后改due。已商定的，在acknowledged登记：code: measure-overdue、record: { $record }
    .summary = 满意度调查或年度总结的改进措施过期未完成
    .why = 措施定了日期而没有做，下一年的调查和验收都会问到。
    .example = M-2026-01的due是2026-06-30，七月仍为处理中
    .remedy = 完成并关闭；确需延期的，写明新的日期和原因。

negative-answer-without-measure = { $id }（{ $department }）对{ $question }答“{ $answer }”，没有改进措施回应
    .label = 这位受访人有{ $count }项不满意
    .help = 回电问明原因，在本次调查的measures中补一条：id、problem、measure、owner、due、status，并写answers: [{ $id }]。与医院商定的，在acknowledged登记：code: negative-answer-without-measure、record: { $record }
    .summary = 有人不满意，没有改进措施回应他
    .why = 满意度调查是为了改进。不满意的回答没有下文，调查就只剩一个数字，下一年还会重来。
    .example = S04对Q1答“不满意”，没有一条措施的answers写S04
    .remedy = 逐人回电，定出措施、责任人和日期；一条措施可以回应几个人。

obligation-due-soon = { $period }的巡检还没有记录，距期末还有{ $left }天
    .label = 本期应检查，{ $ends }截止
    .help = 安排巡检，并提交data/inspections/{ $id }.yaml
    .summary = 本期即将结束，巡检记录还没有提交
    .why = 期末一过就是逾期履行。提前多少天提醒，由contract.yaml的remind_days决定。
    .example = 9月10日，2026Q3的巡检还没有记录
    .remedy = 与医院约定日期，完成巡检并提交记录。
obligation-due-soon-revisit = { $period }的回访还没有做，距期末还有{ $left }天
    .label = 本年度应回访一次，{ $ends }截止
    .help = 安排回访，并在data/visits/提交purpose: 回访、period: "{ $id }"的记录，逐人写interviews
obligation-due-soon-summary = { $period }的服务总结报告还没有完成，距期末还有{ $left }天
    .label = 本年度应总结一次，{ $ends }截止
    .help = 写data/summaries/{ $id }.yaml，写完后补finished_on
obligation-due-soon-survey = { $period }的满意度调查还没有完成，距期末还有{ $left }天
    .label = 本年度应调查一次，{ $ends }截止
    .help = 安排电话调查，提交data/surveys/{ $id }.yaml，结束后补finished_on

probe-stale = 判定用的采样太旧：{ $object }最后一次采样在{ $at }
    .label = 巡检结束于{ $ended }，{ $count }个对象的采样超过{ $days }天
    .clause = 按这一条判定
    .sample = 最后一次采样
    .help = 补交巡检当时的采样，或把读数写在这一项的measured；有效天数由contract.yaml的stale_after_days决定。与医院商定的，在acknowledged登记：code: probe-stale、record: { $record }
    .summary = 巡检判定所用的采样早于巡检好几天
    .why = 巡检证明的是当时的状况。用几天前的数，期间涨满了也看不出来。
    .example = 采集脚本6月1日停了，6月10日的巡检仍用6月1日的值
    .remedy = 恢复采集；本期以人工读数补上。

request-without-handling = { $kind }{ $id }没有处理意见
    .label = 没有handling
    .help = 补写handling（采纳与否、由谁办、何时办）和status。与医院商定的，在acknowledged登记：code: request-without-handling、record: { $record }
    .summary = 回访收集的建议或需求没有处理意见
    .why = 建议和需求只记不办，总结报告里就是一张没有下文的清单。
    .example = R-2026-03只有内容，没有handling
    .remedy = 逐条写明处理意见；不采纳的写明理由。

response-late = { $id }到{ $stop }才响应，超过时限{ $overrun }{ $explained ->
        [yes] （原因：{ $reason }）
       *[no] { "" }
    }
    .label = { $by ->
        [response] 应不迟于{ $deadline }（{ $start }起算）
        [auto-reply] 按自动回复计，应不迟于{ $deadline }（{ $start }起算）
       *[other] 没有写responded_at，按这个时间计，应不迟于{ $deadline }（{ $start }起算）
    }
    .clause = 按这一条，{ $limit }内响应
    .help = 时间记错或漏记的，照原始记录改正responded_at；确已超时的，把原因写在late_reason，报告照列。与医院商定的，在acknowledged登记：code: response-late、record: { $record }
    .summary = 服务记录的响应晚于时限
    .why = 有人接手并着手处理才算响应，自动回复没有约定的不算；时限含本数，精确到秒。时限、工作时段和计时的类别见contract.yaml的sla。
    .example = 应于10:40前响应的故障，11:21:12才响应，超过41分12秒
    .remedy = 如实保留时间，写明late_reason；电话当场接起的，responded_at与received_at写同一时间。

revisit-missing = { $period }没有回访记录：条款{ $clause }无履约证据
    .label = 该条款要求每年一次，本年度已于{ $ended }结束
    .help = 补交data/visits/下的记录，写purpose: 回访、period: "{ $id }"和interviews；确未回访的，报告将写明“无履约证据”。与医院商定的，在acknowledged登记：code: revisit-missing、record: { $record }
    .summary = 一个年度已经结束，没有回访记录
    .why = 回访是每年都要做的。没有记录，验收时就是“无履约证据”，总结报告也无从写起。
    .example = 2025年度已结束，data/visits/中没有period: "2025"的回访
    .remedy = 找回并提交记录；确未回访的，尽快补做并如实写日期，报告会写“逾期履行”。

roster-gap = { $days ->
        [1] { $from }没有人值班
       *[other] { $from }至{ $to }没有人值班，共{ $days }天
    }
    .label = 从{ $from }起没有人值班
    .clause = 承诺随时有人
    .help = 其实有人的，在data/rosters/补一行：from、to、person。与医院商定的，在acknowledged登记：code: roster-gap、record: { $record }
    .summary = 服务期内有的日子没有人值班
    .why = 承诺随时有人值守的，验收时凭值班表证明每一天都有人；空一天，该条款就是部分履行。
    .example = 值班表排到2026-04-30，下一段从2026-05-06开始
    .remedy = 补上漏登的值班；确实没有人的，如实保留并排好以后的班。

still-open-past-deadline = { $id }至今没有{ $duty ->
        [response] 响应
        [arrival] 到场，也没有远程解决
       *[other] 答复
    }，到{ $today }零时已超过时限{ $overrun }{ $explained ->
        [yes] （原因：{ $reason }）
       *[no] { "" }
    }
    .label = { $start }起算，应不迟于{ $deadline }
    .clause = 按这一条，时限{ $limit }
    .help = { $duty ->
        [response] 已响应的，补写responded_at；没有的，马上响应
        [arrival] 已到场的，在data/visits/补交现场服务单并写ticket: { $id }；远程解决的，补写remote_resolved_at；都没有的，马上派人
       *[other] 已答复的，补写answered_at和answer；没有的，马上答复
    }。与医院商定的，在acknowledged登记：code: still-open-past-deadline、record: { $record }
    .summary = 时限已过，记录上还没有响应、到场或答复
    .why = 用户还在等。也可能早已办妥而没有登记：没有登记，验收时就是超时未完成。
    .example = 5月11日的故障，到7月没有answered_at
    .remedy = 没有办的马上办；办了的补写时间，并附证明。

summary-missing = { $period }没有服务总结报告：条款{ $clause }无履约证据
    .label = 该条款要求每年一次，本年度已于{ $ended }结束
    .help = 补写data/summaries/{ $id }.yaml；没有写的，报告将写明“无履约证据”。与医院商定的，在acknowledged登记：code: summary-missing、record: { $record }
    .summary = 一个年度已经结束，没有服务总结报告
    .why = 服务总结是每年都要交的。没有记录，验收时就是“无履约证据”。数字由本工具汇总，概况、事件和措施要人来写。
    .example = data/summaries/中没有2025.yaml，而2025年度已经结束
    .remedy = 补写并提交，finished_on写实际完成的日期，报告会写“逾期履行”。
summary-missing-unfinished = { $period }的服务总结报告还没有完成：条款{ $clause }只算部分履行
    .label = 本年度已于{ $ended }结束
    .help = 写完data/summaries/{ $id }.yaml后，补写finished_on。与医院商定的，在acknowledged登记：code: summary-missing、record: { $record }

survey-method = 满意度调查采用{ $method }方式，约定的是{ $agreed }
    .label = 应为{ $agreed }
    .clause = 约定在这里
    .help = 写错的，改正method；确以{ $method }方式进行的，改以{ $agreed }补访。与医院商定的，在acknowledged登记：code: survey-method、record: { $record }
    .summary = 满意度调查没有按约定的方式进行
    .why = 换一种方式，各年的结果不可比较；合同约定了方式的，该条款是“存在偏离”。
    .example = method: 问卷，而contract.yaml的survey.method是电话
    .remedy = 按约定的方式补访；双方愿意换方式的，先书面商定，再改survey.method。

survey-missing = { $period }没有满意度调查：条款{ $clause }无履约证据
    .label = 该条款要求每年一次，本年度已于{ $ended }结束
    .help = 补交data/surveys/{ $id }.yaml；确未调查的，报告将写明“无履约证据”。与医院商定的，在acknowledged登记：code: survey-missing、record: { $record }
    .summary = 一个年度已经结束，没有满意度调查
    .why = 满意度调查是每年都要做的。没有调查记录，验收时就是“无履约证据”。
    .example = data/surveys/中没有2025.yaml，而2025年度已经结束
    .remedy = 找回并提交记录；确未调查的，尽快补做并如实写日期，报告会写“逾期履行”。
survey-missing-unfinished = { $period }的满意度调查没有完成：条款{ $clause }只算部分履行
    .label = 本年度已于{ $ended }结束
    .help = 调查结束的，在data/surveys/{ $id }.yaml补写finished_on；一个人也没有访到的，继续拨打。与医院商定的，在acknowledged登记：code: survey-missing、record: { $record }

survey-small-sample = 满意度调查只完成{ $completed }人（名单{ $listed }人），少于最少样本数{ $least }人
    .label = 人数太少，不算满意率
    .help = 补访未接通的人，并改finished_on（现为{ $finished }）；无法补访的，报告只列访谈情况。下限是contract.yaml的survey.smallest_sample。与医院商定的，在acknowledged登记：code: survey-small-sample、record: { $record }
    .summary = 满意度调查结束时，完成的人数太少
    .why = 三个人的“100%满意”说明不了什么，也容易认出是谁说的。人数不足时，报告只列访谈，不写比率。
    .example = 名单12人，完成4人，最少样本数5人
    .remedy = 换时间再拨未接通的号码；空号和离岗的换人。

threshold-reached = { $object }的{ $metric }为{ $value }，不满足限值{ $limit }
    .label = { $asset }的{ $object }
    .clause = { $source ->
        [agreed] 双方约定限值{ $limit }
       *[contract] 合同限值{ $limit }
    }
    .sample = { $at }采样
    .help = 尽快处理，并在findings中提出、在followups中关闭；关闭后此项转为提示。与医院商定的，在acknowledged登记：code: threshold-reached、record: { $record }
    .summary = 测量值没有满足合同限值或双方约定的限值
    .why = 限值写below（少于）的，恰好等于限值也不满足；写at_most（不超过）或at_least（不低于）的，等于限值即满足。按原始值判定，不按四舍五入后的值。
    .example = EBILL_DATA使用率96.20%，合同限值<95%
    .remedy = 扩容、清理或归档，下一次巡检复核后关闭问题。
threshold-reached-remedied = { $object }的{ $metric }曾为{ $value }，不满足限值{ $limit }，问题已关闭
    .label = { $asset }的{ $object }
    .help = 事实保留在当期报告中，不必再处理

verdict-depends-on-reading = { $id }的{ $duty ->
        [response] 响应
        [arrival] 到场
       *[other] 答复
    }按所取口径为{ $verdict }，换一种口径为{ $other }
    .label = 按所取口径，应不迟于{ $deadline }
    .clause = 这一条可以有两种理解
    .help = 换成这样的口径，结论就不同：{ $readings }。报告会并列两种结论；与医院书面商定一种后写入contract.yaml的sla
    .summary = 一个时限的结论，取决于合同怎样理解
    .why = 周末是否计时、从何时起算，合同往往没有写明。两种理解结论相反的，报告不能装作只有一种。
    .example = 周五17:30的故障周一09:20响应：连续计时为超时，工作时间计时为达标
    .remedy = 与医院书面商定口径；商定之前，验收时两种结论都要给对方看。

verdict-provisional = { $id }的{ $duty ->
        [response] 响应
        [arrival] 到场
       *[other] 答复
    }只有暂定结论：{ $year }年的放假通知还没有登记，按现有日历为{ $tentative }
    .label = { $start }起算，暂定时限{ $deadline }
    .clause = 按这一条，时限{ $limit }
    .help = 通知发布后登记在data/calendar/{ $year }.yaml，结论随之确定；在此之前不计入任何比率
    .summary = 时限跨入没有放假通知的年份，结论暂定
    .why = 按工作日计算的时限，要等放假通知才能确定。通知没有发布，就不知道哪天上班；本工具不猜，先标“暂定”。
    .example = 2026-12-31 17:50的故障，时限要看2027年1月哪天上班
    .remedy = 国务院办公厅发布通知后登记当年的日历。
