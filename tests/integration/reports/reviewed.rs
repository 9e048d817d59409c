//! Every kind of report for the second contract, as it was reviewed: the view, and the body of its page.
//!
//! The second contract is small, so that a reviewer can compare all of it with its records.

use super::views;
use crate::page;
use crate::project::Project;
use weibao::internals::report::REPORTS;

const AS_OF: &str = "2026-07-15";

/// A period of this kind of report that has ended and has records.
fn period(kind: &str) -> &'static str {
    match kind {
        "inspection" => "2026-02",
        "hotline" => "2026Q1",
        _ => "2025",
    }
}

#[test]
fn each_view_and_page_stays_as_it_was_reviewed() {
    let project = Project::below_tests("fixtures/second", AS_OF);
    project.build(&[]);
    for kind in REPORTS {
        let period = period(kind.id);
        let view = views(&project, AS_OF, &[(kind.id, period)]).remove(0);
        insta::assert_json_snapshot!(format!("view-{}", kind.id), view["body"]);
        let page = page::read(&project.bytes(&format!("output/{period}/{}.html", kind.id)));
        let main =
            page.all().into_iter().find(|element| element.attribute("id") == "main").unwrap();
        let text: Vec<_> = main.text().split_whitespace().map(str::to_owned).collect();
        insta::assert_snapshot!(format!("page-{}", kind.id), text.join("\n"));
    }
}
