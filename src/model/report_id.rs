//! The words by which commands, paths and deliveries know the kinds of report.
//!
//! In: nothing. Out: a constant a kind, and the list of all. They lie with the records because a
//! delivery names one, while the reports themselves are made to the right of the checks; a test in
//! `report` compares both lists.

/// The inspection report (巡检报告).
pub const INSPECTION: &str = "inspection";
/// The record of calls (用户反馈问题电话记录).
pub const HOTLINE: &str = "hotline";
/// The list of questions and answers (常见问题解答列表).
pub const FAQ: &str = "faq";
/// The yearly summary (服务总结报告).
pub const SUMMARY: &str = "summary";
/// The report on the survey (满意度调查报告).
pub const SATISFACTION: &str = "satisfaction";
/// What the service is accepted by (履约验收资料).
pub const ACCEPTANCE: &str = "acceptance";

/// Every kind of report.
pub const ALL: [&str; 6] = [INSPECTION, HOTLINE, FAQ, SUMMARY, SATISFACTION, ACCEPTANCE];
