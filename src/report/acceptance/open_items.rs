//! 遗留事项: what is not settled on the last day of the span.
//!
//! In: open findings, tickets, cases and measures, and reports that were not handed over. Out: one table, by kind.

use chrono::NaiveDate;

use super::deliverables;
use super::input::AcceptanceInput;
use crate::model::{Evidence, Side};
use crate::report::document::{Block, Cell, Chapter, Table, Width};
use crate::report::format;
use crate::report::shared;
use crate::schedule::{FindingHistory, Timed, status_of};

/// A row of the table.
struct OpenItem {
    number: Cell,
    matter: Cell,
    /// Who has to act.
    owner: String,
    raised: Option<NaiveDate>,
    due: Option<NaiveDate>,
    status: &'static str,
}

pub(super) fn chapter(input: &AcceptanceInput<'_, '_>) -> Chapter {
    let parts = [
        ("巡检问题", findings(input)),
        ("未关闭的服务记录", tickets(input)),
        ("未解决的后端支持事项", cases(input)),
        ("未完成的改进措施", measures(input)),
        ("未登记交付的报告", reports(input)),
    ];
    let count: usize = parts.iter().map(|(_, items)| items.len()).sum();
    let chapter = Chapter::new("leftovers", "遗留事项");
    let day = format::long_day(input.last);
    if count == 0 {
        return chapter.with(Block::none_needed(format!("截至{day}，没有遗留事项。")));
    }
    chapter
        .with(Block::text(format!(
            "截至{day}，遗留事项{count}项，按当日情况列示；报告是否交付以交付登记为准。"
        )))
        .with(table(parts))
}

fn table(parts: [(&str, Vec<OpenItem>); 5]) -> Table {
    let rows = parts.into_iter().flat_map(|(title, items)| {
        let section = format!("{title}（{}项）", items.len());
        items.into_iter().map(move |item| (section.clone(), item))
    });
    let rows: Vec<_> = rows.collect();
    Table::of("leftover-list", "遗留事项", &rows)
        .sections(|(section, _)| section)
        .column("编号", Width::Id, |(_, item)| item.number.clone())
        .column("事项", Width::Text, |(_, item)| item.matter.clone())
        .column("责任方", Width::Name, |(_, item)| &item.owner)
        .column("提出日期", Width::Day, |(_, item)| item.raised.map(format::short_day))
        .column("应完成", Width::Day, |(_, item)| item.due.map(format::short_day))
        .column("状态", Width::Word, |(_, item)| item.status)
        .build()
}

/// The number of open items.
pub(super) fn count(input: &AcceptanceInput<'_, '_>) -> usize {
    input.open_items.count() + deliverables::undelivered(input).len()
}

fn findings(input: &AcceptanceInput<'_, '_>) -> Vec<OpenItem> {
    input.open_items.findings.iter().map(|history| finding(input, history)).collect()
}

fn finding(input: &AcceptanceInput<'_, '_>, history: &FindingHistory<'_>) -> OpenItem {
    let (finding, inspection) = (history.finding, &history.inspection.record);
    let mut known =
        history.links.iter().filter(|link| link.inspection.record.started_at.day() <= input.last);
    let status = known.next_back().map_or("未跟踪", |link| link.followup.status.word());
    let goal = input.goal(Evidence::Inspection, inspection.started_at.day(), "findings");
    OpenItem {
        number: Cell::from(&finding.id).to(goal),
        matter: Cell::from(&finding.problem).note(finding.suggestion.clone().unwrap_or_default()),
        owner: shared::party(input.context, finding.owner),
        raised: Some(inspection.finished_at.day()),
        due: finding.due.map(|day| day.0),
        status: if history.links.is_empty() { "待跟踪" } else { status },
    }
}

fn tickets(input: &AcceptanceInput<'_, '_>) -> Vec<OpenItem> {
    let item = |timed: &&Timed<'_>| {
        let ticket = &timed.ticket.record;
        let day = ticket.received_at.day();
        let open = timed.clocks.iter().filter(|clock| clock.stop.is_none());
        OpenItem {
            number: Cell::from(&ticket.id).to(input.goal(Evidence::Ticket, day, &ticket.id)),
            matter: Cell::from(&ticket.subject),
            owner: shared::name(input.context, &ticket.agent).to_owned(),
            raised: Some(day),
            due: open.filter_map(|clock| clock.deadline).min().map(|at| at.date()),
            status: "未关闭",
        }
    };
    input.open_items.tickets.iter().map(item).collect()
}

fn cases(input: &AcceptanceInput<'_, '_>) -> Vec<OpenItem> {
    let cases = input.open_items.cases.iter().map(|case| {
        let case = &case.record;
        let day = case.opened_at.day();
        let person = case.assigned_to.as_deref().unwrap_or(&case.raised_by);
        OpenItem {
            number: Cell::from(&case.id).to(input.goal(Evidence::Escalation, day, &case.id)),
            matter: Cell::from(&case.problem),
            owner: shared::name(input.context, person).to_owned(),
            raised: Some(day),
            due: None,
            status: "处理中",
        }
    });
    cases.collect()
}

fn measures(input: &AcceptanceInput<'_, '_>) -> Vec<OpenItem> {
    let measures = input.open_items.measures.iter().map(|measure| OpenItem {
        number: Cell::from(&measure.id),
        matter: Cell::from(&measure.problem).note(measure.measure.clone()),
        owner: shared::name(input.context, &measure.owner).to_owned(),
        raised: None,
        due: Some(measure.due.0),
        status: status_of(measure, input.last).word(),
    });
    measures.collect()
}

fn reports(input: &AcceptanceInput<'_, '_>) -> Vec<OpenItem> {
    let reports = deliverables::undelivered(input).into_iter().map(|report| OpenItem {
        number: Cell::from(&report.number),
        matter: Cell::from(report.name()).to(shared::link(
            report.kind.id,
            &report.period.id,
            "summary",
        )),
        owner: shared::party(input.context, Side::Vendor),
        raised: None,
        due: None,
        status: "未登记",
    });
    reports.collect()
}
