//! The knowledge tree of a period, with the number of tickets per entry.
//!
//! In: knowledge entries and the tickets of a period. Out: [`KnowledgeTree`]: nodes with their
//! entries, each with the tickets that refer to it. The count of a node is computed from its
//! entries, so that it always agrees with the tickets.

use chrono::NaiveDate;

use super::period::Period;
use super::service::Service;
use crate::model::{Knowledge, Records, Sourced, Ticket};

/// A knowledge entry with its tickets.
#[derive(Debug, Clone)]
pub(crate) struct TreeEntry<'a> {
    pub entry: &'a Sourced<Knowledge>,
    /// The tickets of the period that refer to it, in chronological order.
    pub tickets: Vec<&'a Sourced<Ticket>>,
}

/// A node with its content.
#[derive(Debug, Clone)]
pub(crate) struct TreeNode<'a> {
    pub name: &'a str,
    /// Child nodes, in the order of their first entries.
    pub nodes: Vec<Self>,
    /// Entries of this node itself, most frequent first.
    pub entries: Vec<TreeEntry<'a>>,
}

/// The tree of a period.
#[derive(Debug, Clone)]
pub(crate) struct KnowledgeTree<'a> {
    /// The top nodes.
    pub nodes: Vec<TreeNode<'a>>,
    /// Tickets of the period that refer to an entry of the tree.
    pub linked: usize,
    /// All tickets of the period.
    pub tickets: usize,
}

impl<'a> TreeNode<'a> {
    /// The number of tickets below it.
    pub(crate) fn count(&self) -> usize {
        let own: usize = self.entries.iter().map(|entry| entry.tickets.len()).sum();
        own + self.nodes.iter().map(Self::count).sum::<usize>()
    }

    /// Every entry below it, node by node.
    pub(crate) fn all(&self) -> Vec<&TreeEntry<'a>> {
        let below = self.nodes.iter().flat_map(Self::all);
        self.entries.iter().chain(below).collect()
    }
}

impl<'a> KnowledgeTree<'a> {
    /// The tree of a period as of its last day: entries last changed by then, and all others that
    /// tickets of the period refer to, because those tickets were answered from them.
    pub(crate) fn new(
        records: &'a Records,
        service: &Service<'a>,
        period: &Period,
        as_of: NaiveDate,
    ) -> Self {
        let tickets = service.in_order(period);
        let end = period.to.min(as_of);
        let mut entries: Vec<TreeEntry<'a>> = records
            .knowledge
            .iter()
            .map(|entry| {
                let named = tickets.iter().map(|timed| timed.ticket);
                let named = named.filter(|ticket| {
                    ticket.record.knowledge.as_deref() == Some(entry.record.id.as_str())
                });
                TreeEntry { entry, tickets: named.collect() }
            })
            .filter(|found| found.entry.record.updated_on.0 <= end || !found.tickets.is_empty())
            .collect();
        entries.sort_by_key(|found| natural(&found.entry.record.id));
        let linked = entries.iter().map(|entry| entry.tickets.len()).sum();
        let mut root = TreeNode { name: "", nodes: Vec::new(), entries: Vec::new() };
        for found in entries {
            let steps: Vec<&'a str> = found.entry.record.path().collect();
            plant(&mut root, &steps, found);
        }
        sort(&mut root);
        // An entry without a path is placed at the top, where it cannot be overlooked.
        if !root.entries.is_empty() {
            let entries = std::mem::take(&mut root.entries);
            root.nodes.push(TreeNode { name: "未归类", nodes: Vec::new(), entries });
        }
        Self { nodes: root.nodes, linked, tickets: tickets.len() }
    }

    /// Every entry, node by node.
    pub(crate) fn all(&self) -> Vec<&TreeEntry<'a>> {
        self.nodes.iter().flat_map(TreeNode::all).collect()
    }
}

fn plant<'a>(node: &mut TreeNode<'a>, steps: &[&'a str], found: TreeEntry<'a>) {
    let Some((step, rest)) = steps.split_first() else {
        node.entries.push(found);
        return;
    };
    let at = node.nodes.iter().position(|inner| inner.name == *step).unwrap_or(node.nodes.len());
    if at == node.nodes.len() {
        node.nodes.push(TreeNode { name: step, nodes: Vec::new(), entries: Vec::new() });
    }
    if let Some(inner) = node.nodes.get_mut(at) {
        plant(inner, rest, found);
    }
}

fn sort(node: &mut TreeNode<'_>) {
    // The sort is stable: of equally frequent entries, the lower number comes first.
    node.entries.sort_by_key(|entry| std::cmp::Reverse(entry.tickets.len()));
    node.nodes.iter_mut().for_each(sort);
}

/// A sort key that puts K2 before K10.
fn natural(id: &str) -> (String, u64, String) {
    let head: String = id.chars().take_while(|character| !character.is_ascii_digit()).collect();
    let digits = id.trim_start_matches(|character: char| !character.is_ascii_digit());
    (head, digits.parse().unwrap_or(u64::MAX), id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_ids_count_as_numbers() {
        let mut ids = ["K10", "K2", "K1", "A3", "K"];
        ids.sort_by_key(|id| natural(id));
        assert_eq!(ids, ["A3", "K1", "K2", "K10", "K"]);
    }
}
