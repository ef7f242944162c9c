//! What is going on with an opening: running, stopped, failed. Known content stays below.

use egui::Ui;

use crate::core::problem::Failure;
use crate::state::{Action, Ended, Model};
use crate::text::{Lang, problem, progress, prose, window as words};
use crate::ui::commands::Command;
use crate::ui::icons::Icon;
use crate::ui::jobs_corner::SHOWN_AFTER_SECS;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::progress_card::{Progress, progress_card};
use crate::ui::widgets::state_card::{Pressed, StateCard};

use super::page;

/// Draws the card, when there is anything to say.
pub fn ui(ui: &mut Ui, model: &Model, lang: Lang, outbox: &mut Vec<Action>) {
    let is_shown = running(ui, model, lang, outbox) || ended(ui, model, lang, outbox);
    if is_shown {
        ui.add_space(page::gap(ui));
    }
}

fn running(ui: &mut Ui, model: &Model, lang: Lang, outbox: &mut Vec<Action>) -> bool {
    let Some(job) = model.opening() else {
        return false;
    };
    if ui.input(|input| input.time) - job.started_secs < SHOWN_AFTER_SECS {
        return false;
    }
    let stage = job
        .stage
        .map_or(words::starting(lang), |stage| progress::stage(lang, stage));
    let card = Progress {
        stage,
        count: &progress::count(lang, job.done, job.total),
        fraction: (job.total > 0).then(|| job.done as f32 / job.total as f32),
        cancel: words::cancel(lang),
    };
    if progress_card(ui, &card) {
        outbox.push(Action::Cancel(job.number));
    }
    true
}

fn ended(ui: &mut Ui, model: &Model, lang: Lang, outbox: &mut Vec<Action>) -> bool {
    let again = Button::standard(words::run_again(lang)).icon(Icon::ArrowsClockwise);
    match &model.ended {
        None => return false,
        Some(Ended::Cancelled {
            stage, done, total, ..
        }) => {
            let what = stage.map_or(words::starting(lang), |stage| progress::stage(lang, stage));
            let title = words::stopped(lang, what, *done, *total);
            let kept = if model.workspace.is_some() {
                words::cancelled_kept(lang)
            } else {
                words::cancelled_nothing(lang)
            };
            let pressed = StateCard::cancelled(&title, kept)
                .actions(std::slice::from_ref(&again))
                .close(words::dismiss(lang))
                .show(ui);
            match pressed {
                Some(Pressed::Action(_)) => outbox.push(Action::RunAgain),
                Some(Pressed::Close) => outbox.push(Action::DismissEnded),
                None => {}
            }
        }
        Some(Ended::Failed { failure, .. }) => failed(ui, model, lang, failure, again, outbox),
    }
    true
}

fn failed(
    ui: &mut Ui,
    model: &Model,
    lang: Lang,
    failure: &Failure,
    again: Button<'_>,
    outbox: &mut Vec<Action>,
) {
    let said = problem::explain(lang, failure);
    let parts: Vec<&str> = said
        .causes
        .iter()
        .chain(&said.remedies)
        .map(String::as_str)
        .chain(said.raw.as_deref())
        .collect();
    let detail = prose::sentences(lang, &parts);
    let other = Button::standard(words::choose_another(lang)).icon(Icon::FolderOpen);
    let pressed = StateCard::error(&said.happened, &detail)
        .actions(&[other, again])
        .close(words::dismiss(lang))
        .show(ui);
    match pressed {
        Some(Pressed::Close) => outbox.push(Action::DismissEnded),
        Some(Pressed::Action(0)) => outbox.extend(Command::OpenFiles.action(model, lang).ok()),
        Some(_) => outbox.push(Action::RunAgain),
        None => {}
    }
}
