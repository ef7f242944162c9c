//! The part of the options that says what of a server is looked at: lanes, port, address, what is spoken first.

use egui::{Id, Ui};

use crate::core::diagnose::Lane;
use crate::core::tls::StartTls;
use crate::state::diagnose::{Draft, Roots};
use crate::state::view::diagnose::flag;
use crate::text::Lang;
use crate::text::diagnose::options as words;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::checkbox::checkbox;
use crate::ui::widgets::choice::{Choice, choice};
use crate::ui::widgets::radio::radio;
use crate::ui::widgets::text;
use crate::ui::widgets::text_input::{Name, TextInput};

/// Width of what is spoken before TLS.
const START: f32 = 232.0;
const PORT: f32 = 96.0;

/// What may be spoken before TLS, nothing first.
pub const STARTS: [Option<StartTls>; 4] = [
    None,
    Some(StartTls::Smtp),
    Some(StartTls::Imap),
    Some(StartTls::Rdp),
];

/// Draws the part.
pub fn ui(ui: &mut Ui, draft: &mut Draft, lang: Lang) {
    lanes(ui, draft, lang);
    place(ui, draft, lang);
    connect(ui, draft, lang);
    if draft.start.is_none() {
        websocket(ui, draft, lang);
    }
    roots(ui, draft, lang);
}

fn heading(ui: &mut Ui, words: &str, flag: &str) -> Id {
    ui.add_space(space::S);
    let color = Tokens::of(ui).text;
    let label = text::line(ui, words, Type::Strong, color);
    match flag.is_empty() {
        true => label.id,
        false => label.on_hover_text(flag).id,
    }
}

fn why(ui: &mut Ui, words: &str) {
    let color = Tokens::of(ui).muted;
    text::paragraph(ui, words, Type::Caption, color);
}

fn lanes(ui: &mut Ui, draft: &mut Draft, lang: Lang) {
    heading(ui, words::lanes(lang), "");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for lane in Lane::ALL {
            let was_on = draft.lanes.contains(&lane);
            let mut is_on = was_on;
            let response = checkbox(ui, &mut is_on, words::lane(lang, lane));
            response.on_hover_text(flag::lane(lane));
            if is_on != was_on {
                draft.turn(lane, is_on);
            }
        }
    });
    if draft.start.is_some() && draft.lanes.contains(&Lane::Page) {
        why(ui, words::no_page(lang));
    }
}

/// Port, and what is spoken before TLS.
fn place(ui: &mut Ui, draft: &mut Draft, lang: Lang) {
    heading(ui, words::server(lang), "");
    let is_wrong = draft.read_port().is_none();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.set_min_height(size::BUTTON);
        let color = Tokens::of(ui).secondary;
        let label = text::line(ui, words::port(lang), Type::Body, color);
        let usual = draft.usual_port().to_string();
        TextInput::new("port", &mut draft.port, Name::LabelledBy(label.id))
            .hint(&usual)
            .width(PORT)
            .show(ui)
            .on_hover_text(flag::PORT);
        ui.add_space(space::S);
        text::line(ui, words::start(lang), Type::Body, color);
        start(ui, &mut draft.start, lang).on_hover_text(flag::STARTTLS);
    });
    if is_wrong {
        let color = Tokens::of(ui).error.fg;
        text::paragraph(ui, words::no_port(lang), Type::Caption, color);
    }
}

/// The choice of what is spoken before TLS.
pub fn start(ui: &mut Ui, chosen: &mut Option<StartTls>, lang: Lang) -> egui::Response {
    let options = STARTS.map(|start| words::start_choice(lang, start));
    let it = Choice {
        name: words::start(lang),
        shown: words::start_choice(lang, *chosen),
        options: &options,
        filter: None,
        width: START,
    };
    let (response, pressed) = choice(ui, "start", &it);
    if let Some(start) = pressed.and_then(|index| STARTS.get(index)) {
        *chosen = *start;
    }
    response
}

fn connect(ui: &mut Ui, draft: &mut Draft, lang: Lang) {
    let label = heading(ui, words::connect(lang), flag::CONNECT);
    TextInput::new("connect", &mut draft.connect, Name::LabelledBy(label))
        .hint(words::connect_hint(lang))
        .mono()
        .show(ui);
    match draft.no_address() {
        None => why(ui, words::connect_why(lang)),
        Some(wrong) => {
            let color = Tokens::of(ui).error.fg;
            let words = words::no_address(lang, wrong);
            text::paragraph(ui, &words, Type::Caption, color);
        }
    }
}

fn websocket(ui: &mut Ui, draft: &mut Draft, lang: Lang) {
    let label = heading(ui, words::websocket(lang), flag::WEBSOCKET);
    TextInput::new("websocket", &mut draft.websocket, Name::LabelledBy(label))
        .hint(words::websocket_hint(lang))
        .mono()
        .show(ui);
    why(ui, words::websocket_why(lang));
}

fn roots(ui: &mut Ui, draft: &mut Draft, lang: Lang) {
    heading(ui, words::roots(lang), flag::TRUST);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for one in Roots::ALL {
            let label = words::root_choice(lang, one == Roots::System);
            if radio(ui, draft.roots == one, label).clicked() {
                draft.roots = one;
            }
        }
    });
}
