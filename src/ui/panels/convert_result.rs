//! Third step: the result before it is written, and after.

use egui::Ui;

use crate::core::problem::Failure;
use crate::state::convert::{Change, ConvertAction, Progress};
use crate::state::drafts::convert::Step;
use crate::state::view::convert::ConvertView;
use crate::state::{Action, JobNumber, Model};
use crate::text::convert::panel as words;
use crate::text::{Lang, problem, progress, prose, window};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::size;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::progress_card::{Progress as Bar, progress_card};
use crate::ui::widgets::state_card::{Pressed as InCard, StateCard};
use crate::ui::widgets::wizard_footer::{Pressed, wizard_footer};

use super::convert::{back, change, push};
use super::{convert_files, page};

/// Draws the step.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    view: &ConvertView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    ui.set_max_width(size::CONTENT.min(ui.available_width()));
    let is_told = state(ui, model, view, lang, outbox);
    if is_told {
        ui.add_space(page::gap(ui));
    }
    if model.convert.progress.made().is_some() {
        convert_files::ui(ui, model, view, lang, desk, outbox);
    }
}

/// What is going on with the result; false when there is nothing to say.
fn state(
    ui: &mut Ui,
    model: &Model,
    view: &ConvertView,
    lang: Lang,
    outbox: &mut Vec<Action>,
) -> bool {
    match &model.convert.progress {
        Progress::NotMade => {
            let again = [Button::primary(words::back(lang)).icon(Icon::ArrowLeft)];
            let (title, why) = (words::not_made_yet(lang), words::not_made_why(lang));
            if StateCard::cancelled(title, why)
                .actions(&again)
                .show(ui)
                .is_some()
            {
                change(outbox, Change::GoTo(Step::Target));
            }
        }
        Progress::Making(job) => running(ui, model, *job, words::making(lang), lang, outbox),
        Progress::Writing(_, job) => running(ui, model, *job, words::writing(lang), lang, outbox),
        Progress::Cancelled { stage, done, total } => {
            let what = stage.map_or(words::making(lang), |stage| progress::stage(lang, stage));
            let title = window::stopped(lang, what, *done, *total);
            let again = [Button::standard(words::back(lang)).icon(Icon::ArrowLeft)];
            let card = StateCard::cancelled(&title, words::stopped_why(lang)).actions(&again);
            if card.show(ui).is_some() {
                change(outbox, Change::GoTo(Step::Target));
            }
        }
        Progress::Failed(failure) => {
            let back = Button::standard(words::back(lang)).icon(Icon::ArrowLeft);
            if failed(ui, failure, back, lang) {
                change(outbox, Change::GoTo(Step::Target));
            }
        }
        Progress::NotWritten(_, failure) => {
            let again = Button::standard(words::save_as(lang)).icon(Icon::FloppyDisk);
            if failed(ui, failure, again, lang) {
                push(outbox, ConvertAction::AskWhere);
            }
        }
        Progress::Undone(_) => {
            StateCard::cancelled(words::taken_back(lang), words::taken_back_why(lang)).show(ui);
        }
        Progress::Written(_) => {
            let undo =
                [Button::standard(words::undo_writing(lang)).icon(Icon::ArrowCounterClockwise)];
            let card = StateCard::done(&view.result.written_line, words::undo_hint(lang));
            if let Some(InCard::Action(_)) = card.actions(&undo).show(ui) {
                push(outbox, ConvertAction::UndoWriting);
            }
        }
        Progress::Made(_) => return false,
    }
    true
}

fn running(
    ui: &mut Ui,
    model: &Model,
    number: JobNumber,
    what: &str,
    lang: Lang,
    outbox: &mut Vec<Action>,
) {
    let job = model.jobs.iter().find(|job| job.number == number);
    let (stage, done, total) = job.map_or((None, 0, 0), |job| (job.stage, job.done, job.total));
    let card = Bar {
        stage: stage.map_or(what, |stage| progress::stage(lang, stage)),
        count: &progress::count(lang, done, total),
        fraction: (total > 0).then(|| done as f32 / total as f32),
        cancel: window::cancel(lang),
    };
    if progress_card(ui, &card) {
        outbox.push(Action::Cancel(number));
    }
}

fn failed(ui: &mut Ui, failure: &Failure, way: Button<'_>, lang: Lang) -> bool {
    let said = problem::explain(lang, failure);
    let parts: Vec<&str> = said
        .causes
        .iter()
        .chain(&said.remedies)
        .map(String::as_str)
        .chain(said.raw.as_deref())
        .collect();
    let detail = prose::sentences(lang, &parts);
    let ways = [way];
    let card = StateCard::error(&said.happened, &detail).actions(&ways);
    card.show(ui).is_some()
}

/// Draws what is in the foot of the wizard.
pub fn footer(
    ui: &mut Ui,
    side: f32,
    model: &Model,
    view: &ConvertView,
    lang: Lang,
    outbox: &mut Vec<Action>,
) {
    let is_folder = view.result.is_folder;
    let save = if is_folder {
        words::save_folder(lang)
    } else {
        words::save_as(lang)
    };
    let progress = &model.convert.progress;
    let next = match progress {
        Progress::Written(_) => {
            Some(Button::standard(words::convert_another(lang)).icon(Icon::Swap))
        }
        _ if progress.made().is_some() => {
            let off = matches!(progress, Progress::Writing(..)).then(|| words::writing(lang));
            Some(Button::primary(save).icon(Icon::FloppyDisk).off(off))
        }
        _ => None,
    };
    let pressed = wizard_footer(ui, side, Some(back(lang)), next, |_| {});
    match pressed {
        Some(Pressed::Back) => change(outbox, Change::GoTo(Step::Target)),
        Some(Pressed::Next) if matches!(progress, Progress::Written(_)) => {
            push(outbox, ConvertAction::StartOver);
        }
        Some(Pressed::Next) => push(outbox, ConvertAction::AskWhere),
        None => {}
    }
}
