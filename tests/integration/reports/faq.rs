//! 常见问题解答列表: every count is that of the tickets it is computed from, and answers are printed in full, whatever their text.

use std::collections::BTreeMap;

use serde_json::Value;

use super::reconcile::{blocks, table};
use super::views;
use crate::page;
use crate::pdf_text::{Paper, normalize_whitespace};
use crate::project::{Project, shipped_output};

/// Every construct of Markdown, and everything that could break out of it.
const NASTY: &str = r#"窗口提示“开票失败”时，**先不要重复点击**，照下面*逐步*处理，~~重启客户端~~不解决问题。
同一笔业务只会有一张票据，详见[缴费成功但没有票据](#K12)、[财政部门说明](https://example.cn/a/very/long/path/to/a/document?with=query&and=more)或<hotline@example.cn>。

## 处理步骤

1. 在“开票异常”列表按业务流水号查询失败原因：
   - 接口超时：等5分钟再试；
   - 号段用完：
     1. 由票据管理员申领；
     2. 申领后执行：

        ```sql
        select bill_no, status from ebill_data.bill_issue_log_with_a_very_long_name where created_at >= sysdate - 1;
        -- 只读查询，不要修改
        ```
   - 其他：把截图发给热线。
2. 处理后点`补开`，命令为`systemctl restart ebill-gateway`，补开不会产生第二张票。

   > 财务科要求：补开后当日核对。
   >
   > 超过一日的，另附说明。
3. 仍然失败的，转后端支持。

### 失败原因对照

| 提示 | 含义 | 处理人 | 时限 |
|:-----|------|:------:|-----:|
| E1001 | 号段用完 | 票据管理员 | 30分钟 |
| `ERR_CONNECTION_TIMED_OUT_WHILE_CONNECTING` | 与财政平台的连接超时，多为网络或证书问题 | **信息科** | 2小时 |
| <b>E9</b> | 其他 |  | |

| 一 | 二 | 三 | 四 | 五 | 六 | 七 | 八 | 九 | 十 |
|---|---|---|---|---|---|---|---|---|---|
| abcdefghijkl | 2026-11-23 | 123456789 | 甲乙丙丁 | x | x | x | x | x | 很长很长很长很长的一段说明文字 |

![登录页](attachments/2026Q3/login.png)

![外网图](https://example.cn/x.png)

---

<script>alert(1)</script>

{{ cover }} {% raw %} #import "x" $x$ @label `#{1}` ]} *半 \# 😀 aVeryLongWordWithoutAnyEndThatMustBreakSomewhereOrItRunsOffThePageOnTheRight

```
{{ cover }} #import "x" 😀
```
"#;

/// The shipped records with one more answer.
fn with_answer(text: &str) -> (String, String) {
    let project = Project::shipped();
    let head = "---\nid: K90\nnode: 票据开具/开票失败\nquestion: 问\nkind: 咨询\nupdated_on: 2026-05-01\n---\n\n";
    project.write("data/knowledge/issue/K90.md", format!("{head}{text}"));
    project.build(&["--report", "faq", "--period", "2026"]);
    let page = project.text("output/2026/faq.html");
    let answer =
        page.split("id=\"K90\"").nth(1).unwrap().split("</article>").next().unwrap().to_owned();
    (answer, Paper::read(&project.bytes("output/2026/faq.pdf")).body())
}

#[test]
fn an_answer_is_drawn_whole_and_nothing_breaks_out_of_it() {
    let (page, pdf_text) = with_answer(NASTY);
    for drawn in [
        "<strong>先不要重复点击</strong>",
        "<em>逐步</em>",
        "<a href=\"#K12\">缴费成功但没有票据</a>",
        "<s>重启客户端</s>",
        "处理步骤</h",
        "失败原因对照</h",
        "<code>补开</code>",
        "<th scope=\"col\" class=\"to-right\">时限</th>",
        "alt=\"登录页\"",
        "外网图（https://example.cn/x.png）",
        "&lt;script&gt;alert(1)",
        "{{ cover }} {% raw %} #import",
    ] {
        assert!(page.contains(drawn), "{drawn} in {page}");
    }
    assert!(!page.contains("<script") && !page.contains("<b>"), "HTML of a text is text");
    for drawn in [
        "先不要重复点击",
        "systemctlrestartebill-gateway",
        "ERR_CONNECTION_TIMED_OUT_WHILE_CONNECTING",
        "<b>E9</b>",
        "<script>alert(1)</script>",
        "{{cover}}{%raw%}#import",
    ] {
        assert!(pdf_text.contains(&normalize_whitespace(drawn)), "{drawn} is not in the PDF");
    }
}

#[test]
fn the_deepest_answer_can_be_drawn() {
    let deep = format!(
        "{}{}深{}",
        "> 1. ".repeat(50),
        "***a* ~~b [".repeat(30),
        "](https://a.cn)~~**".repeat(30)
    );
    let (page, pdf_text) = with_answer(&deep);
    assert!(page.contains('深') && pdf_text.contains('深'));
}

/// The counts of a table, by the text of its first column.
fn counts(view: &Value, id: &str, column: usize) -> BTreeMap<String, usize> {
    let rows = table(view, id).unwrap()["rows"].as_array().unwrap();
    let text = |row: &Value, at: usize| row["cells"][at]["text"].as_str().unwrap().to_owned();
    rows.iter().map(|row| (text(row, 0), text(row, column).parse().unwrap())).collect()
}

#[test]
fn every_count_is_that_of_the_tickets_behind_it() {
    let project = Project::shipped();
    let list = views(&project, "2026-11-23", &[("faq", "2025")]).remove(0);
    let quarters = ["2025Q1", "2025Q2", "2025Q3", "2025Q4"].map(|quarter| ("hotline", quarter));
    let hotline = views(&project, "2026-11-23", &quarters);
    let all = hotline
        .iter()
        .map(|view| table(view, "records-list").unwrap()["rows"].as_array().unwrap().len());
    let summary = views(&project, "2026-11-23", &[("summary", "2025")]).remove(0);
    let all: usize = all.sum();
    let channels = counts(&summary, "by-channel", 6);
    assert_eq!(channels["合计"], all, "the summary counts the rows of the hotline records");
    let said = list["body"]["front"][0]["text"].as_str().unwrap();
    assert!(said.starts_with(&format!("本期受理{all}件，")), "{said}");

    let listed = counts(&list, "question-list", 5);
    let mut linked = 0;
    for sheet in blocks(&list).into_iter().filter(|block| block["block"] == "sheet") {
        let facts = sheet["blocks"]
            .as_array()
            .unwrap()
            .iter()
            .find(|block| block["block"] == "facts")
            .unwrap();
        let source =
            facts["facts"].as_array().unwrap().iter().find(|fact| fact[0] == "来源工单").unwrap();
        let tickets = source[1]["links"].as_array().unwrap().len();
        assert_eq!(source[1]["text"], format!("{tickets}件"));
        assert_eq!(listed[sheet["id"].as_str().unwrap()], tickets, "{}", sheet["id"]);
        linked += tickets;
    }
    let tree = blocks(&list).into_iter().find(|block| block["block"] == "tree").unwrap();
    let tops = tree["rows"].as_array().unwrap().iter().filter(|row| row["depth"] == 0);
    let sum: u64 = tops.map(|row| row["count"].as_u64().unwrap()).sum();
    assert_eq!(sum as usize, linked, "the top nodes of the tree hold every linked ticket");
    let told = said.split("其中").nth(1).unwrap().split('件').next().unwrap();
    assert_eq!(told, linked.to_string());
}

#[test]
fn nobody_is_named_in_the_list_of_questions() {
    let names = ["沈砚秋", "柏言", "蔺小满", "尚云舟", "祝清禾"];
    for path in ["2025/faq.html", "2026/faq.html"] {
        let page = page::read(&shipped_output()[path]);
        let text = page.text();
        for name in names {
            assert!(!text.contains(name), "{path} names {name}");
        }
    }
}
