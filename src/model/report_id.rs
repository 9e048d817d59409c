//! The ids of the report kinds, as used in commands, paths and deliveries.
//!
//! In: nothing. Out: one constant per kind, and the list of all. They are in this room because a
//! delivery refers to one, while the reports themselves are in a room to the right of the checks; a
//! test in `report` compares both lists.

/// The inspection report (巡检报告).
pub const INSPECTION: &str = "inspection";
/// The record of hotline calls (用户反馈问题电话记录).
pub const HOTLINE: &str = "hotline";
/// The list of frequently asked questions (常见问题解答列表).
pub const FAQ: &str = "faq";
/// The yearly summary (服务总结报告).
pub const SUMMARY: &str = "summary";
/// The satisfaction survey report (满意度调查报告).
pub const SATISFACTION: &str = "satisfaction";
/// The acceptance documents (履约验收资料).
pub const ACCEPTANCE: &str = "acceptance";

/// Every kind of report.
pub const ALL: [&str; 6] = [INSPECTION, HOTLINE, FAQ, SUMMARY, SATISFACTION, ACCEPTANCE];
