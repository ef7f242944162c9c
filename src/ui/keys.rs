//! The keyboard: shortcuts of commands, F6 between regions, Esc, pasted text, dropped files.

use egui::{Context, Event, Key, Modifiers};
use zeroize::Zeroizing;

use crate::core::bundle::Source;
use crate::state::iis::IisAction;
use crate::state::{Action, Model, OpenHow, Panel};
use crate::text::Lang;

use super::commands::Command;
use super::desk::Desk;

/// Turns this frame's input into actions, before anything is drawn.
pub fn read(ctx: &Context, model: &Model, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    drops(ctx, model, outbox);
    escape(ctx, model, outbox);
    if model.dialog.is_some() {
        return;
    }
    shortcuts(ctx, model, lang, outbox);
    if model.is_palette_open {
        return;
    }
    paste(ctx, outbox);
    if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F6)) {
        next_region(ctx, desk);
    }
}

fn shortcuts(ctx: &Context, model: &Model, lang: Lang, outbox: &mut Vec<Action>) {
    for command in Command::ALL {
        let Some(shortcut) = command.shortcut() else {
            continue;
        };
        // In a text field Ctrl+Z takes back what was typed.
        if command == Command::Undo && ctx.text_edit_focused() {
            continue;
        }
        if ctx.input_mut(|input| input.consume_shortcut(&shortcut))
            && let Ok(action) = command.action(model, lang)
        {
            outbox.push(action);
        }
    }
}

/// Esc closes the topmost, then stops what is running.
fn escape(ctx: &Context, model: &Model, outbox: &mut Vec<Action>) {
    let is_free = model.dialog.is_none() && !model.is_palette_open;
    if !is_free || ctx.text_edit_focused() || egui::Popup::is_any_open(ctx) {
        return;
    }
    let pressed = ctx.input(|input| input.key_pressed(Key::Escape));
    let mut jobs = model.jobs.iter().rev();
    if pressed && let Some(job) = jobs.find(|job| job.purpose.is_reading()) {
        outbox.push(Action::Cancel(job.number));
    }
}

/// Pasted text is opened, unless a text field has the focus and takes it.
fn paste(ctx: &Context, outbox: &mut Vec<Action>) {
    if ctx.text_edit_focused() {
        return;
    }
    let pasted = ctx.input_mut(|input| {
        let index = input
            .events
            .iter()
            .position(|event| matches!(event, Event::Paste(_)))?;
        match input.events.remove(index) {
            Event::Paste(text) => Some(Zeroizing::new(text)),
            _ => None,
        }
    });
    outbox.extend(pasted.map(Action::Paste));
}

/// Dropped files join what is open; over the panel of IIS they are read there.
fn drops(ctx: &Context, model: &Model, outbox: &mut Vec<Action>) {
    let sources: Vec<Source> = ctx.input(|input| {
        let files = input.raw.dropped_files.iter();
        files
            .map(|file| Source::Path(file.path().to_owned()))
            .collect()
    });
    if model.panel == Panel::Iis {
        let paths: Vec<_> = sources
            .into_iter()
            .filter_map(|source| match source {
                Source::Path(path) => Some(path),
                Source::Memory { .. } | Source::Server { .. } => None,
            })
            .collect();
        if !paths.is_empty() {
            outbox.push(Action::Iis(IisAction::Scan(paths)));
        }
        return;
    }
    if !sources.is_empty() {
        let how = if model.workspace.is_some() {
            OpenHow::Add
        } else {
            OpenHow::Replace
        };
        outbox.push(Action::Open { sources, how });
    }
}

fn next_region(ctx: &Context, desk: &mut Desk) {
    if desk.regions.is_empty() {
        return;
    }
    desk.region = (desk.region + 1) % desk.regions.len();
    if let Some(id) = desk.regions.get(desk.region) {
        ctx.memory_mut(|memory| memory.request_focus(*id));
    }
}
