//! Last step: the request as it will be, the making, and what was made.

use egui::{CornerRadius, Frame, Margin, Ui};

use crate::core::problem::Failure;
use crate::state::csr::{Change, Progress};
use crate::state::drafts::csr::Step;
use crate::state::view::csr::{CsrView, DoneView, ReviewView};
use crate::state::{Action, JobNumber, Model};
use crate::text::csr::make as words;
use crate::text::{Lang, problem, progress, prose, window};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Tone, Type, radius, size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::fact_row::{self, fact_row};
use crate::ui::widgets::field_row::FieldRow;
use crate::ui::widgets::list_row::ListRow;
use crate::ui::widgets::note_line::note_line;
use crate::ui::widgets::progress_card::{Progress as Bar, progress_card};
use crate::ui::widgets::state_card::StateCard;
use crate::ui::widgets::{card, text};

use super::csr::change;
use super::csr_subject::LABEL;
use super::page;

/// Draws the step.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    view: &CsrView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    ui.set_max_width(size::CONTENT.min(ui.available_width()));
    if let Some(made) = &view.done {
        done(ui, made, lang, desk, outbox);
        return;
    }
    match &model.csr.progress {
        Progress::Making(job) => {
            running(ui, model, *job, lang, outbox);
            ui.add_space(page::gap(ui));
        }
        Progress::Cancelled => {
            let card = StateCard::cancelled(words::stopped(lang), words::not_made(lang));
            card.show(ui);
            ui.add_space(page::gap(ui));
        }
        Progress::Failed(failure) => {
            failed(ui, failure, lang, outbox);
            ui.add_space(page::gap(ui));
        }
        Progress::NotMade | Progress::Done(_) => {}
    }
    review(ui, &view.review, lang);
    super::csr_twin::ui(ui, model, view, lang, outbox);
}

fn running(ui: &mut Ui, model: &Model, number: JobNumber, lang: Lang, outbox: &mut Vec<Action>) {
    let job = model.jobs.iter().find(|job| job.number == number);
    let (stage, done, total) = job.map_or((None, 0, 0), |job| (job.stage, job.done, job.total));
    let card = Bar {
        stage: stage.map_or(words::making(lang), |stage| progress::stage(lang, stage)),
        count: &progress::count(lang, done, total),
        fraction: (total > 0).then(|| done as f32 / total as f32),
        cancel: window::cancel(lang),
    };
    if progress_card(ui, &card) {
        outbox.push(Action::Cancel(number));
    }
}

fn failed(ui: &mut Ui, failure: &Failure, lang: Lang, outbox: &mut Vec<Action>) {
    let said = problem::explain(lang, failure);
    let parts: Vec<&str> = said
        .causes
        .iter()
        .chain(&said.remedies)
        .map(String::as_str)
        .chain(said.raw.as_deref())
        .collect();
    let detail = prose::sentences(lang, &parts);
    let back = super::csr::back(lang);
    let ways = [back];
    let card = StateCard::error(&said.happened, &detail).actions(&ways);
    if card.show(ui).is_some() {
        change(outbox, Change::GoTo(Step::Protection));
    }
}

fn review(ui: &mut Ui, view: &ReviewView, lang: Lang) {
    card::titled(ui, words::request(lang), None, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (label, lines) in &view.rows {
            fact_row(ui, label, LABEL, |ui, _| {
                let color = Tokens::of(ui).text;
                for (index, line) in lines.iter().enumerate() {
                    ui.push_id(index, |ui| text::value(ui, line, Type::Body, color));
                }
            });
        }
        fact_row(ui, words::files(lang), LABEL, |ui, _| {
            let who = words::labelled(lang, words::who(lang), &view.who);
            fact_row::value(ui, &view.goes_to, &who);
        });
    });
    if !view.notes.is_empty() {
        ui.add_space(page::gap(ui));
        card::titled(ui, words::remains(lang), None, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            for (index, note) in view.notes.iter().enumerate() {
                ui.push_id(index, |ui| {
                    note_line(ui, tone(note.tone), &note.title, &note.why);
                });
            }
        });
    }
}

fn done(ui: &mut Ui, made: &DoneView, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    let why = made.ledger.as_deref().unwrap_or(words::done_why(lang));
    StateCard::done(made.title, why).show(ui);
    if !made.earlier.is_empty() {
        ui.add_space(page::gap(ui));
        card::card(ui, |ui| {
            for line in &made.earlier {
                note_line(ui, Tone::Warn, line, "");
            }
        });
    }
    ui.add_space(page::gap(ui));
    card::list(ui, words::files(lang), None, |ui| {
        for (index, file) in made.files.iter().enumerate() {
            let icon = match file.is_secret {
                true => Icon::FileLock,
                false => Icon::FileText,
            };
            let row = ListRow::new(&file.path)
                .second(&file.second)
                .icon(icon)
                .trailing(words::copy_path(lang))
                .clickable();
            let response = ui.push_id(index, |ui| ui.add(row)).inner;
            if index == 0 {
                desk.regions.push(response.id);
            }
            if response.clicked() {
                outbox.push(Action::Copy(file.path.clone()));
            }
        }
    });
    ui.add_space(page::gap(ui));
    csr_text(ui, made, lang, outbox);
    ui.add_space(page::gap(ui));
    card::titled(ui, words::next(lang), None, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let color = Tokens::of(ui).secondary;
        for (index, line) in made.next.iter().enumerate() {
            let line = format!("{}. {line}", index + 1);
            text::paragraph(ui, &line, Type::Body, color);
        }
    });
}

/// The text that the CA gets.
fn csr_text(ui: &mut Ui, made: &DoneView, lang: Lang, outbox: &mut Vec<Action>) {
    let copy = Button::quiet(words::copy_csr(lang))
        .small()
        .icon(Icon::Copy);
    let (is_copied, ()) = card::titled(ui, words::csr_text(lang), Some(&copy), |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let tokens = Tokens::of(ui);
        Frame::new()
            .fill(tokens.sunken)
            .corner_radius(CornerRadius::same(radius::CONTROL))
            .inner_margin(Margin::symmetric(12, 10))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                text::value(ui, made.pem.trim_end(), Type::Mono, tokens.text);
            });
        let row =
            FieldRow::new(words::fingerprint(lang), 200.0).copy(words::copy_fingerprint(lang));
        if row.text(ui, &made.fingerprint, Type::Mono) {
            outbox.push(Action::Copy(made.fingerprint.clone()));
        }
    });
    if is_copied {
        outbox.push(Action::Copy(made.pem.clone()));
    }
}
