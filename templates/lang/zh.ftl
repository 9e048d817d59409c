# 中文文本。每条诊断一段：消息、.label（下划线旁）、.clause（合同条款旁）、.help（怎么办），以及 weibao explain 的
# .summary .why .example .remedy。各语言文件的消息与占位符必须一致，由测试保证。

## 终端

level-data-error = 数据错误
level-data-warning = 数据警告
level-data-note = 数据提示
level-service-error = 服务偏离
level-service-warning = 服务警告
level-service-note = 服务提示
level-help = 怎么办
closing-count = 已读{ $records }份记录、{ $samples }条采样：{ $errors }个数据错误，{ $deviations }项服务偏离，{ $warnings }个警告，{ $notes }条提示
no-data = 找不到数据目录：{ $path }。请在项目目录中运行，或用 -C 指定项目目录
no-contract = data/ 中没有 contract.yaml：没有合同就无从核对
io-failed = 无法读取 { $path }：{ $reason }
unknown-format = 没有名为“{ $word }”的格式；check 可用 human、json，build 可用 html、pdf
unknown-report = 没有名为“{ $word }”的报告；用 weibao list reports 查看
unknown-period = 没有名为“{ $word }”的周期，或该周期尚未开始；季度写作 2026Q3
unknown-kind = 没有名为“{ $word }”的记录类型；用 weibao list kinds 查看
unknown-code = 没有名为“{ $code }”的检查；用 weibao list checks 查看
refused-open = 未出正式稿：{ $report }，周期尚未结束
refused-errors = 未出正式稿：{ $report }，所依据的记录有数据错误
nothing-written = 没有写入任何报告：请先更正上面的数据错误
built = 已写入 { $folder }：新生成{ $drawn }个文件，{ $standing }个无变化
template-failed = 模板 { $template } 出错：{ $reason }
output-failed = 无法写入 { $path }：{ $reason }；原有输出未改动
page-summary = 查什么
page-why = 为什么
page-example = 例子
page-remedy = 怎么改
related-clause = 合同条款
related-record = 相关记录
related-first = 第一次出现

## 提示

hint-tab = 缩进里有制表符（Tab）：YAML 只允许用空格缩进
hint-full-width-colon = 冒号是全角的“：”：键后面要用半角冒号加一个空格
hint-full-width-digits = 数值里有全角字符：请改用半角数字和百分号
hint-quote = 引号没有成对：检查这一行和上一行的引号
hint-special-start = 值以特殊符号开头：请给整个值加上引号
hint-excel-hashes = 这是 Excel 列宽不够时显示的井号：请加宽列后重新保存
hint-written-date = 日期写作 2026-09-21，时间写作 2026-09-21 09:03
hint-acknowledged = 已确认：{ $reason }

## 服务偏离

inspection-missing = { $period }没有巡检记录：{ $count }项检查无履约证据
    .label = 该条款要求每期检查，本期已于{ $ended }结束
    .help = 补交 data/inspections/{ $id }.yaml；确未巡检的，报告将写明“无履约证据”
    .summary = 一个周期已经结束，却没有巡检记录
    .why = 合同第1、2章要求每季度检查17项。没有记录就没有证据，验收时该季度全部检查项都是“无履约证据”。
    .example = data/inspections/ 中没有 2026Q2.yaml，而第二季度已经结束
    .remedy = 找回并提交当期的巡检记录；确未巡检的，与医院商定补检并如实记录时间，报告会写“逾期履行”。
