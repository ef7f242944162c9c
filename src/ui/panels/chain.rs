//! Every path from a certificate to a root: verdict, graph, problems, who trusts it, repair.

use egui::Ui;

use crate::state::chain::{ChainAction, Judging};
use crate::state::view::Views;
use crate::state::view::chain::ChainView;
use crate::state::{Action, JobNumber, Model};
use crate::text::chain::panel as words;
use crate::text::{Lang, progress, window};
use crate::ui::commands::Command;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::jobs_corner::SHOWN_AFTER_SECS;
use crate::ui::tokens::{size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card;
use crate::ui::widgets::progress_card::{Progress, progress_card};
use crate::ui::widgets::radio::radio;
use crate::ui::widgets::state_card::StateCard;
use crate::ui::widgets::verdict_line::verdict_line;

use super::{
    bundle_findings, bundle_state, chain_fetch, chain_graph, chain_node, chain_repair, chain_side,
    page,
};

/// Draws the panel.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    views: &Views,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    page::scrolled(ui, "chain", |ui| {
        if model.workspace.is_none() {
            empty(ui, model, lang, desk, outbox);
            return;
        }
        let view = views.chain.as_deref();
        head(ui, view, lang, desk, outbox);
        bundle_state::ui(ui, model, lang, outbox);
        state(ui, model, lang, outbox);
        if let Some(view) = view {
            judged(ui, model, view, lang, desk, outbox);
        }
    });
}

/// Adds a step of the chain panel to what has happened.
pub fn push(outbox: &mut Vec<Action>, action: ChainAction) {
    outbox.push(Action::Chain(action));
}

fn empty(ui: &mut Ui, model: &Model, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    page::header(ui, desk, words::chain(lang), words::chain_sub(lang), &[]);
    bundle_state::ui(ui, model, lang, outbox);
    let open = [Button::primary(window::open_files(lang)).icon(Icon::Files)];
    let (title, hint) = (words::empty(lang), words::empty_hint(lang));
    let card = StateCard::empty(Icon::TreeStructure, title, hint).actions(&open);
    if card.show(ui).is_some() {
        outbox.extend(Command::OpenFiles.action(model, lang).ok());
    }
}

fn head(
    ui: &mut Ui,
    view: Option<&ChainView>,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let sub = view.map_or("", |view| view.sub.as_str());
    let off = match view {
        Some(view) => view.no_export,
        None => Some(words::not_judged(lang)),
    };
    let buttons = [
        Button::standard(words::judge_for(lang)).icon(Icon::Funnel),
        Button::standard(words::export(lang))
            .icon(Icon::Export)
            .off(off),
    ];
    let pressed = page::header(ui, desk, words::chain(lang), sub, &buttons);
    match (pressed, view.and_then(|view| view.repair.as_ref())) {
        (Some(0), _) => push(outbox, ChainAction::AskJudgeFor),
        (Some(_), Some(repair)) => {
            let first = repair.forms.first();
            outbox.extend(first.map(|form| Action::AskSave(form.saving)));
        }
        _ => {}
    }
}

/// What is going on with judging. Known content stays below.
fn state(ui: &mut Ui, model: &Model, lang: Lang, outbox: &mut Vec<Action>) {
    let kept = match model.chain.chains {
        Some(_) => words::older_kept(lang),
        None => window::cancelled_nothing(lang),
    };
    let again = [Button::standard(window::run_again(lang)).icon(Icon::ArrowsClockwise)];
    let is_again = match &model.chain.judging {
        Judging::NotBegun | Judging::Done => return,
        Judging::Running(job) => {
            let is_shown = running(ui, model, *job, words::judging(lang), lang, outbox);
            if is_shown {
                ui.add_space(page::gap(ui));
            }
            return;
        }
        Judging::Cancelled { stage, done, total } => {
            let what = stage.map_or(words::judging(lang), |stage| progress::stage(lang, stage));
            let title = window::stopped(lang, what, *done, *total);
            let card = StateCard::cancelled(&title, kept).actions(&again);
            card.show(ui).is_some()
        }
        Judging::Failed(failure) => {
            let (title, detail) = chain_fetch::failure_words(lang, failure);
            let card = StateCard::error(&title, &detail).actions(&again);
            card.show(ui).is_some()
        }
    };
    ui.add_space(page::gap(ui));
    if is_again {
        push(outbox, ChainAction::Judge);
    }
}

/// The card of a job that has run long enough to be told; false while it has not.
pub fn running(
    ui: &mut Ui,
    model: &Model,
    number: JobNumber,
    what: &str,
    lang: Lang,
    outbox: &mut Vec<Action>,
) -> bool {
    let Some(job) = model.jobs.iter().find(|job| job.number == number) else {
        return false;
    };
    if ui.input(|input| input.time) - job.started_secs < SHOWN_AFTER_SECS {
        return false;
    }
    let card = Progress {
        stage: job.stage.map_or(what, |stage| progress::stage(lang, stage)),
        count: &progress::count(lang, job.done, job.total),
        fraction: (job.total > 0).then(|| job.done as f32 / job.total as f32),
        cancel: window::cancel(lang),
    };
    if progress_card(ui, &card) {
        outbox.push(Action::Cancel(number));
    }
    true
}

fn judged(
    ui: &mut Ui,
    model: &Model,
    view: &ChainView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let verdict = &view.verdict;
    verdict_line(ui, tone(verdict.tone), &verdict.sentence, &verdict.context);
    ui.add_space(page::gap(ui));
    ui.set_max_width(size::CONTENT.min(ui.available_width()));
    if !view.answers.is_empty() {
        answers(ui, model, view, lang, outbox);
        ui.add_space(page::gap(ui));
    }
    if !view.outline.nodes.is_empty() {
        chain_graph::ui(ui, model, view, lang, desk, outbox);
        ui.add_space(page::gap(ui));
    }
    page::columns(
        ui,
        &mut (desk, outbox),
        |ui, (desk, outbox)| {
            if let Some(node) = &view.node {
                chain_node::ui(ui, node, lang, desk, outbox);
            }
            chain_fetch::ui(ui, model, view, lang, outbox);
            bundle_findings::ui(ui, model, &view.findings, lang, outbox);
            if let Some(repair) = &view.repair {
                let is_primary = view.findings.is_empty();
                chain_repair::ui(ui, model, repair, lang, is_primary, outbox);
            }
        },
        |ui, (_, outbox)| chain_side::ui(ui, model, view, lang, outbox),
    );
}

/// Which certificate's chains are shown.
fn answers(ui: &mut Ui, model: &Model, view: &ChainView, lang: Lang, outbox: &mut Vec<Action>) {
    card::titled(ui, words::certificate_of(lang), None, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::L, space::XS);
            for (index, answer) in view.answers.iter().enumerate() {
                let is_chosen = model.chain.answer == index;
                let response = ui.push_id(index, |ui| radio(ui, is_chosen, &answer.name));
                if response.inner.clicked() {
                    push(outbox, ChainAction::ChooseAnswer(index));
                }
            }
        });
    });
}
