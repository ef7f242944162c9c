//! Judged chains as plain text: verdict, each path from leaf to root, findings, second opinion.

use super::findings::one;
use super::page::Page;
use crate::core::bundle::Chains;
use crate::core::chain::{Answer, Opinion};
use crate::text::Lang;
use crate::text::chain::outline::{NodeState, Outline, role_name};
use crate::text::chain::verdict::{change, profile, verdict};
use crate::text::foreign::short;
use crate::text::time::exact;

pub fn write(lang: Lang, chains: &Chains, page: &mut Page) {
    let line = verdict(lang, chains);
    page.paragraph(0, &line.sentence);
    page.paragraph(0, &line.context);
    page.paragraph(0, &judged(lang, chains));
    for answer in &chains.answers {
        paths(lang, chains, answer, page);
    }
    for finding in &chains.findings {
        page.gap();
        one(lang, &chains.inspection, finding, page);
    }
    if let Some(repair) = chains
        .main()
        .and_then(|answer| chains.repair(answer, false))
        && !repair.changes.is_empty()
    {
        page.gap();
        page.line(0, lang.pick("The repaired file", "修复后的文件"));
        for one in &repair.changes {
            page.labelled(2, "- ", 2, &change(lang, one));
        }
    }
    opinion(lang, chains, page);
}

fn judged(lang: Lang, chains: &Chains) -> String {
    let moment = exact(lang, chains.question.at);
    let trust = crate::text::trust::name(lang, &chains.trust.name);
    let rules = profile(lang, chains.question.profile);
    let names: Vec<String> = chains
        .question
        .names
        .iter()
        .map(|name| short(&name.to_string()).into_owned())
        .collect();
    let who = names.join(", ");
    match who.as_str() {
        "" => say!(
            lang,
            "Judged at {moment}, against {trust}, by {rules}.",
            "判断时间：{moment}，依据：{trust}，规则：{rules}。"
        ),
        who => say!(
            lang,
            "Judged for {who} at {moment}, against {trust}, by {rules}.",
            "判断对象：{who}，判断时间：{moment}，依据：{trust}，规则：{rules}。"
        ),
    }
}

fn paths(lang: Lang, chains: &Chains, answer: &Answer, page: &mut Page) {
    let outline = Outline::of(lang, chains, answer);
    for (number, path) in outline.paths.iter().enumerate() {
        page.gap();
        let (number, words) = (number + 1, &path.words);
        page.paragraph(
            0,
            &say!(lang, "Path {number}: {words}", "路径 {number}：{words}"),
        );
        let nodes = path
            .nodes
            .iter()
            .filter_map(|node| outline.nodes.get(*node));
        let rows = nodes.map(|node| {
            vec![
                mark(node.state).to_owned(),
                role_name(lang, node.role).to_owned(),
                node.name.clone(),
                say!(lang, "{}; {}", "{}；{}", node.words, node.detail),
            ]
        });
        page.table(2, &rows.collect::<Vec<_>>());
    }
    if outline.left_out > 0 {
        let more = outline.left_out;
        page.gap();
        page.paragraph(
            0,
            &say!(lang, "Further paths: {more}.", "另有 {more} 条路径。"),
        );
    }
}

fn mark(state: NodeState) -> &'static str {
    match state {
        NodeState::Fine | NodeState::Trusted => "+",
        NodeState::Warned => "!",
        NodeState::Wrong => "x",
        NodeState::Missing => "?",
    }
}

fn opinion(lang: Lang, chains: &Chains, page: &mut Page) {
    page.gap();
    for opinion in [&chains.opinion, &chains.system].into_iter().flatten() {
        page.paragraph(0, &second(lang, opinion));
    }
}

fn second(lang: Lang, opinion: &Opinion) -> String {
    let peer = opinion.peer;
    if opinion.is_valid {
        return say!(
            lang,
            "Second opinion: {peer} accepts it.",
            "第二意见：{peer} 接受。"
        );
    }
    let words = short(&opinion.words);
    say!(
        lang,
        "Second opinion: {peer} refuses it ({words}).",
        "第二意见：{peer} 拒绝（{words}）。"
    )
}
