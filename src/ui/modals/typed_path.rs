//! A path to type, where the system has no file dialog.

use std::path::PathBuf;

use egui::{Context, Id, Key, Ui};

use crate::core::bundle::Source;
use crate::state::csr::{CsrAction, ReadFor};
use crate::state::iis::IisAction;
use crate::state::view::export;
use crate::state::{Action, Model, OpenHow, Saving};
use crate::text::convert::panel;
use crate::text::csr::panel as csr_words;
use crate::text::iis::window as iis_words;
use crate::text::{Lang, window as words};
use crate::ui::desk::Desk;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::text;
use crate::ui::widgets::text_input::{Name, TextInput};

/// What the dialog says.
struct Words {
    title: &'static str,
    hint: &'static str,
    button: &'static str,
}

/// Asks what to open.
pub fn open_ui(ctx: &Context, lang: Lang, how: OpenHow, desk: &mut Desk, outbox: &mut Vec<Action>) {
    if desk.is_dialog_new {
        desk.drafts.typed_path.text.clear();
    }
    let said = Words {
        title: words::open_path_title(lang),
        hint: words::open_path_hint(lang),
        button: words::open_action(lang),
    };
    if let Some(path) = ask(ctx, lang, &said, desk, outbox) {
        outbox.push(Action::Open {
            sources: vec![Source::Path(path)],
            how,
        });
    }
}

/// Asks what to read of IIS.
pub fn scan_ui(ctx: &Context, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    if desk.is_dialog_new {
        desk.drafts.typed_path.text.clear();
    }
    let said = Words {
        title: iis_words::open_title(lang),
        hint: iis_words::open_hint(lang),
        button: words::open_action(lang),
    };
    if let Some(path) = ask(ctx, lang, &said, desk, outbox) {
        outbox.push(Action::Iis(IisAction::Scan(vec![path])));
    }
}

/// Asks which file to read for the request.
pub fn csr_ui(ctx: &Context, lang: Lang, what: ReadFor, desk: &mut Desk, outbox: &mut Vec<Action>) {
    if desk.is_dialog_new {
        desk.drafts.typed_path.text.clear();
    }
    let said = Words {
        title: csr_words::read_title(lang, what == ReadFor::Key),
        hint: words::open_path_hint(lang),
        button: words::open_action(lang),
    };
    if let Some(path) = ask(ctx, lang, &said, desk, outbox) {
        outbox.push(Action::Csr(CsrAction::Read(what, path)));
    }
}

/// Asks where to save.
pub fn save_ui(
    ctx: &Context,
    model: &Model,
    lang: Lang,
    what: Saving,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    if desk.is_dialog_new {
        desk.drafts.typed_path.text = export::file_name(model, what);
    }
    let (title, hint) = match what {
        Saving::ConvertedFolder => (
            panel::save_folder_title(lang),
            panel::save_folder_hint(lang),
        ),
        _ => (words::save_path_title(lang), words::save_path_hint(lang)),
    };
    let said = Words {
        title,
        hint,
        button: words::save(lang),
    };
    if let Some(path) = ask(ctx, lang, &said, desk, outbox) {
        outbox.push(Action::SaveTo {
            what,
            path,
            replace: false,
        });
    }
}

fn ask(
    ctx: &Context,
    lang: Lang,
    said: &Words,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) -> Option<PathBuf> {
    let id = Id::unique("path dialog");
    let shown = dialog(ctx, id, said.title, size::DIALOG, |ui| {
        content(ui, lang, said, desk)
    });
    match shown.inner {
        Some(true) => Some(PathBuf::from(desk.drafts.typed_path.text.trim())),
        Some(false) => {
            outbox.push(Action::CloseDialog);
            None
        }
        None => {
            if shown.dismissed {
                outbox.push(Action::CloseDialog);
            }
            None
        }
    }
}

fn content(ui: &mut Ui, lang: Lang, said: &Words, desk: &mut Desk) -> Option<bool> {
    let color = Tokens::of(ui).secondary;
    ui.spacing_mut().item_spacing.y = space::S;
    text::paragraph(ui, said.hint, Type::Body, color);
    ui.add_space(space::XS);
    let label = text::line(ui, words::path(lang), Type::Small, color);
    let draft = &mut desk.drafts.typed_path.text;
    let response = TextInput::new("path", draft, Name::LabelledBy(label.id))
        .mono()
        .show(ui);
    if desk.is_dialog_new {
        response.request_focus();
    }
    let is_empty = draft.trim().is_empty();
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let mut answer = (is_entered && !is_empty).then_some(true);
    ui.add_space(space::S);
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let off = is_empty.then(|| words::path_empty(lang));
            let go = Button::primary(said.button).off(off);
            if ui.add(go).clicked() && !is_empty {
                answer = Some(true);
            }
            if ui.add(Button::standard(words::cancel(lang))).clicked() {
                answer = Some(false);
            }
        });
    });
    answer
}
