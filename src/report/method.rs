//! 口径说明: how every number of a report is computed.
//!
//! In: contract, calendars and period. Out: paragraphs, so that the signatory can recompute every figure.

use chrono::{Duration, NaiveDate};

use super::format::{self, time_of_day};
use super::kind::{ReportContext, cadence_of};
use crate::model::{
    Cadence, CalendarRules, Clause, ClockDuty, Contract, CustomerHold, Day, Evidence, LimitSource,
    OutsideWindow, QuarterBasis, ResponseClock, Sla, TicketKind, UrgentRule,
};
use crate::schedule::{Period, inspected};

/// The paragraphs of an inspection report.
pub(super) fn inspection_notes(context: &ReportContext<'_>, period: &Period) -> Vec<String> {
    let contract = &context.contract.record;
    let mut notes = vec![
        period_note(contract, period),
        format!(
            "检查项与服务标准逐字引自合同，{}。本期应检{}项；“未检”不计入“正常”，含有未检项的巡检不算完整履行。",
            numbering(contract),
            inspected(contract).count(),
        ),
        format!(
            "{}。结论按采样原始值判定，报告一般保留两位小数；保留两位会使数值看起来跨过限值时，增加小数位数显示。",
            bounds(contract),
        ),
        format!(
            "使用率口径：{}。测量值取巡检结束时刻之前最近一次采样；采样早于巡检结束{}天以上的视为过期并予以提示。回滚、临时等“参考”类对象只列示，不参与判定。",
            contract.threshold.space_basis, contract.threshold.stale_after_days,
        ),
        "限值来源分三类：合同值，逐字见合同；双方约定值，合同未给出数值而由双方书面约定；建议值，仅供提示，不作为履约判定依据。".to_owned(),
        "趋势预测取最近180天内、最近一次扩容或清理之后的每日末次采样，作线性拟合；样本不足14天、跨度不足30天或拟合优度低于0.60的不作预测。预测仅供安排工作参考。".to_owned(),
    ];
    notes.extend(clock_note(contract));
    notes.extend(calendar_note(context, period));
    notes
}

/// The paragraphs of a hotline record.
pub(super) fn hotline_notes(context: &ReportContext<'_>, period: &Period) -> Vec<String> {
    let contract = &context.contract.record;
    let (from, to) = (format::long_day(period.from), format::long_day(period.to));
    let mut notes = vec![
        format!(
            "统计对象为{from}至{to}受理的全部通知，按受理时间归入本期；电话以接通时间、电子邮件以到达邮箱时间、传真以接收时间为受理时间，每次通知记一件。"
        ),
        SHARES.to_owned(),
        "“即时答复”指在同一次通话中答复的问题，不再计答复时限；“未注明”指记录没有填写该项。"
            .to_owned(),
    ];
    notes.extend(clock_note(contract));
    notes.push(ATTAINMENT.to_owned());
    notes.extend(calendar_note(context, period));
    notes
}

/// The paragraphs of a list of questions.
pub(super) fn faq_notes(period: &Period) -> Vec<String> {
    let (from, to) = (format::long_day(period.from), format::long_day(period.to));
    vec![
        format!(
            "咨询次数为{from}至{to}受理、并归入该知识条目的服务记录数；一件记录归入一个条目，节点的次数等于其下各条目之和。"
        ),
        "列入本期末已有的全部条目，以及本期服务记录引用的条目；“更新日期”为条目最近一次修订的日期。"
            .to_owned(),
        "同一节点下按咨询次数由多到少排列，次数相同的按编号排列。".to_owned(),
        SHARES.to_owned(),
    ]
}

/// The paragraphs of a survey report. Those about shares are left out if the report shows no shares.
pub(super) fn satisfaction_notes(context: &ReportContext<'_>, is_talk_only: bool) -> Vec<String> {
    let rules = &context.contract.record.survey;
    let mut notes = vec![
        "调查归入其所履行的合同年度；统计对象为名单上的全部人员，未完成调查的按最后一次联系的结果归类。".to_owned(),
        "评分等级和分值由双方约定的量表确定，整个服务期不变；合同没有约定样本量和满意度目标值，本报告不作达标评定。".to_owned(),
    ];
    if !is_talk_only {
        notes.extend([
            "满意率四舍五入，基数不足30人的取整数，其余保留一位小数；不是全部满意的，不因舍入印作100%。得分保留两位小数，并列出分值之和与有效回答数。".to_owned(),
            "威尔逊区间表示样本人数对满意率的影响，供阅读参考，不作为履约判定依据。".to_owned(),
            "两年的计分题目相同、两年调查都已结束且都不是访谈记录的，才作比较；满意率之差以百分点表示，按未舍入的比率计算，任何一年基数不足30人的取整数。综合得分只在两年计入的题目和权重都相同时比较。".to_owned(),
        ]);
    }
    notes.extend([
        format!(
            "受访者在本报告中只列编号。意见照录原话，甲方人员的姓名只留姓氏；完成调查不足{}人的科室，意见不注明科室。",
            rules.smallest_group
        ),
        "改进措施的状态截至调查结束之日；调查尚未结束的，截至统计日。".to_owned(),
    ]);
    notes
}

/// The paragraphs of the acceptance documents.
pub(super) fn acceptance_notes(context: &ReportContext<'_>, period: &Period) -> Vec<String> {
    let contract = &context.contract.record;
    let (from, to) = (format::long_day(period.from), format::long_day(period.to));
    let mut notes = vec![
        format!(
            "本期为{from}至{to}。一条条款的一个周期为一项次，周期的最后一日落在本期的归入本期；按需条款以季度为周期。各项次的履行情况与履约总览、履约状态查询取自同一份台账。"
        ),
        "应履行：按月、季、年约定的，为本期内的周期数，并注明其中已到期的次数；按需条款为本期实际发生的次数；值班以天计；总体服务以其余各条款已到期的项次计。".to_owned(),
        "已履行：有记录证明已经完成的次数；有时限的条款印达标数与已判定数。一次巡检只对其中作出判定的检查项算履行，“未检”不计入。".to_owned(),
        "结论由各周期的履行情况推得：有时限超时、限值超过而未整改或方式与约定不同的，为“存在偏离”；有部分履行、逾期履行，或部分周期无证据的，为“部分符合”；已到期的周期均无证据的，为“不符合（无证据）”；没有上述情形而尚有未到期周期的，为“未到期”；全部到期且均已履行的，为“符合”；没有发生的，为“本期未发生”，不作符合论。".to_owned(),
        "证据列所引章号为所引报告的章号；同一章超过三份的，服务记录只印件数，其他记录印前三份和总数。".to_owned(),
    ];
    notes.extend(clock_note(contract));
    if contract.clauses.iter().any(|clause| clause.clock.is_some()) {
        notes.push(ATTAINMENT.to_owned());
    }
    notes.extend(calendar_note(context, period));
    notes.push("交付物以交付登记为准，没有登记的印“未登记交付”；遗留事项按本期最后一日（本期未结束的，按统计截止日）的情况列示。".to_owned());
    notes
}

/// The paragraphs of a summary, with the day on which its measures and findings were as shown.
pub(super) fn summary_notes(
    context: &ReportContext<'_>,
    period: &Period,
    known_on: NaiveDate,
) -> Vec<String> {
    let contract = &context.contract.record;
    let (from, to) = (format::long_day(period.from), format::long_day(period.to));
    let day = format::long_day(known_on);
    let mut notes = vec![
        format!(
            "统计期间为{from}至{to}。服务数据由服务记录汇总，文字由编制人撰写；受理量按受理时间归入，与各期用户反馈问题电话记录采用同一口径，各期之和等于全年。"
        ),
        "条款履行情况汇总本年度内到期的各周期；应履行数为各周期之和，已履行数同。".to_owned(),
        SHARES.to_owned(),
        "上年数为上一服务年度的同一指标；变化为本年减上年，比率之差以百分点表示，按印出的比率相减。".to_owned(),
        "故障经电话或远程解决的占比，分母为已关闭的故障，分子为其中解决方式为电话或远程的；到场次数为本年度内到达现场的次数。平均响应时长只计工作时段内受理的通知，自受理至响应；平均答复时长只计没有即时答复的问题，自受理至答复。合同没有约定平均值，均不作评定。".to_owned(),
        "巡检结论的项数按各期巡检记录汇总，“未检”不计入“正常”；巡检问题按提出和关闭的日期归入各期。测量项的最不利值取各期巡检时各对象中最接近或超出限值的一个。".to_owned(),
        format!("改进措施的进度和巡检问题的状态截至{day}；建议与需求的状态为回访记录所载。以后的落实情况在下一年度总结中报告。"),
    ];
    notes.extend(clock_note(contract));
    notes.push(ATTAINMENT.to_owned());
    notes.extend(calendar_note(context, period));
    notes
}

/// How shares are printed.
pub(super) const SHARES: &str =
    "占比保留一位小数，尾数舍去，各项之和可能略小于100%；没有发生的，比率不作计算，印“—”。";
/// The definition of the attainment rate.
pub(super) const ATTAINMENT: &str = "达标率以达标数为分子、达标与超时之和为分母，同时印出分子和分母；尚在进行、暂定和记录有误的不计入。合同没有约定达标率的目标值，本报告不作评定。故障在时限内经电话或远程解决的，不发生到场义务，不计入到场时限的发生数。";

/// How clauses are numbered, with a clause that has a limit of the contract as example.
fn numbering(contract: &Contract) -> String {
    let limited =
        |clause: &&Clause| clause.limits.iter().any(|limit| limit.source == LimitSource::Contract);
    let example = inspected(contract).find(limited).or_else(|| inspected(contract).next());
    let id = example.map_or("—", |clause| clause.id.as_str());
    if id.contains('.') {
        format!("编号由章节号与项号组成（如{id}）")
    } else {
        format!("编号为合同条款的编号（如{id}）")
    }
}

/// Whether a value equal to a bound of the contract passes.
fn bounds(contract: &Contract) -> &'static str {
    if inspected(contract).flat_map(|clause| &clause.limits).any(|limit| limit.below.is_some()) {
        "“少于”为严格小于：使用率等于限值即为未达到要求"
    } else {
        "“不超过”“不低于”均含限值本数"
    }
}

/// How time limits are interpreted, one sentence per duty that the contract promises; `None` if it promises none.
pub(super) fn clock_note(contract: &Contract) -> Option<String> {
    let sentences: Vec<_> = ClockDuty::ALL
        .iter()
        .filter(|duty| contract.clauses.iter().any(|clause| clause.clock == Some(**duty)))
        .map(|duty| clock_sentence(&contract.sla, *duty))
        .collect();
    let hold = match contract.sla.customer_hold {
        CustomerHold::DocumentedOnly => "客户书面要求顺延并留有依据的，顺延期间不计时。",
        CustomerHold::None => "客户要求的顺延不影响计时。",
    };
    (!sentences.is_empty()).then(|| {
        format!(
            "时限口径：{}恰好等于时限为达标，超过1秒即为超时。{hold}同一故障多次通知的，以首次通知计时。所需年度的节假日安排尚未发布的，结论为“暂定”，不计入达标率。",
            sentences.concat()
        )
    })
}

fn clock_sentence(sla: &Sla, duty: ClockDuty) -> String {
    let (response, onsite, answer) = (&sla.response, &sla.onsite, &sla.answer);
    match duty {
        ClockDuty::Response => {
            let (from, to) = response.window();
            let outside = match response.outside_window {
                OutsideWindow::NextOpen => "时段外受理的，自下一工作时段开始时起算",
                OutsideWindow::NotTimed => "时段外受理的，不计时",
                OutsideWindow::Elapsed => "时段外受理的，自受理起算",
            };
            let clock = match response.clock {
                ResponseClock::Elapsed => "连续计时",
                ResponseClock::WorkingHours => "只计工作时段",
            };
            format!(
                "响应——工作日{}—{}（含首尾）受理的{}，{}内响应，{clock}；{outside}。",
                time_of_day(from),
                time_of_day(to),
                kinds(&response.applies_to),
                limit(response.limit()),
            )
        }
        ClockDuty::Onsite => format!(
            "到场——自{}起{}内电话或远程解决，或工程师到达现场，按{}计。",
            onsite.start.word(),
            limit(onsite.limit()),
            onsite.clock.word(),
        ),
        ClockDuty::UrgentAnswer => format!(
            "紧急问题答复——{}的（未问明的视同影响业务），自{}起{}内答复，按{}计。",
            answer.urgent_rule.word(),
            answer.start.word(),
            limit(answer.urgent()),
            answer.clock.word(),
        ),
        ClockDuty::NormalAnswer => format!(
            "一般问题答复——自{}起{}内答复，按{}计。",
            answer.start.word(),
            limit(answer.normal()),
            answer.clock.word(),
        ),
    }
}

/// The limit of a duty in short: 故障：工作日09:00—18:00，1小时内响应.
pub(super) fn limit_words(sla: &Sla, duty: ClockDuty) -> String {
    let (response, onsite, answer) = (&sla.response, &sla.onsite, &sla.answer);
    match duty {
        ClockDuty::Response => {
            let (from, to) = response.window();
            format!(
                "{}：工作日{}—{}，{}内响应",
                kinds(&response.applies_to),
                time_of_day(from),
                time_of_day(to),
                limit(response.limit())
            )
        }
        ClockDuty::Onsite => format!(
            "{}：电话或远程不能解决的，{}内到达现场",
            kinds(&onsite.applies_to),
            limit(onsite.limit())
        ),
        ClockDuty::UrgentAnswer => {
            format!("{}的问题：{}内答复", answer.urgent_rule, limit(answer.urgent()))
        }
        ClockDuty::NormalAnswer => {
            let others = match answer.urgent_rule {
                UrgentRule::AffectsBusiness => "不影响业务的问题",
                UrgentRule::Both => "其余问题",
            };
            format!("{others}：{}内答复", limit(answer.normal()))
        }
    }
}

/// The kinds of tickets that a limit applies to: 故障、咨询.
fn kinds(kinds: &[TicketKind]) -> String {
    kinds.iter().map(|kind| kind.word()).collect::<Vec<_>>().join("、")
}

/// A limit as the contract counts it: 1小时, 10分钟, 24小时.
fn limit(length: Duration) -> String {
    let minutes = length.num_minutes();
    if minutes % 60 == 0 { format!("{}小时", minutes / 60) } else { format!("{minutes}分钟") }
}

fn period_note(contract: &Contract, period: &Period) -> String {
    let natural = contract.periods.quarter_basis == QuarterBasis::CalendarQuarter;
    let (usual, basis) = match (cadence_of(contract, &[Evidence::Inspection]), natural) {
        (Cadence::Month, true) => ("1次/月", "自然月"),
        (Cadence::Month, false) => ("1次/月", "服务月（自服务起始日起算）"),
        (Cadence::Year, _) => ("1次/年", "年度"),
        (_, true) => ("1次/季度", "自然季度"),
        (_, false) => ("1次/季度", "服务季度（自服务起始日起每三个月）"),
    };
    // Text in quotation marks is the contract's own wording.
    let standard =
        inspected(contract).find_map(|clause| clause.standard.as_deref()).unwrap_or(usual);
    let (from, to) = (format::long_day(period.from), format::long_day(period.to));
    format!(
        "合同“{standard}”按{basis}统计，本期为{from}至{to}；巡检在本期最后一日之后完成的，计为逾期履行。"
    )
}

fn calendar_note(context: &ReportContext<'_>, period: &Period) -> Option<String> {
    use chrono::Datelike;
    let years = period.from.year()..=period.to.year();
    let notices: Vec<_> = context
        .records
        .calendars
        .iter()
        .filter(|sourced| years.contains(&sourced.record.year) && !sourced.record.provisional)
        .map(|sourced| {
            let calendar = &sourced.record;
            let day = calendar.issued_on.map(|day| format!("（{}）", format::long_day(day.0)));
            format!("{}年依据{}{}", calendar.year, calendar.notice, day.unwrap_or_default())
        })
        .collect();
    let local = local_days(&context.contract.record.calendar, period);
    (!notices.is_empty())
        .then(|| format!("工作日历采用国务院办公厅节假日安排：{}{local}。", notices.join("；")))
}

/// The days of the period that the contract itself declares days off or working days.
fn local_days(rules: &CalendarRules, period: &Period) -> String {
    let listed = |word: &str, days: &[Day]| {
        let days =
            days.iter().filter(|day| period.contains(day.0)).map(|day| format::long_day(day.0));
        let days = days.collect::<Vec<_>>().join("、");
        if days.is_empty() { String::new() } else { format!("；合同另定{word}：{days}") }
    };
    listed("放假", &rules.extra_holidays) + &listed("上班", &rules.extra_workdays)
}
