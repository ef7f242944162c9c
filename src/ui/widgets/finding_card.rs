//! A finding: stripe, icon, what happened, where, why, evidence to copy, remedies, and the values,
//! citation and id on demand.

use egui::{
    CornerRadius, Id, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, accesskit::Role,
    pos2, vec2,
};

use super::button::Button;
use super::field_row::FieldRow;
use super::{disclosure, icon, lane, text};
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Tone, Type, radius, size, space};

const ICON_LEFT: f32 = 21.0;
const TEXT_LEFT: f32 = 53.0;
const PADDING: f32 = 21.0;

/// A value with its label, in the evidence or the details.
#[derive(Clone, Copy, Debug)]
pub struct Value<'a> {
    pub label: &'a str,
    pub value: &'a str,
    /// The name of its copy button, where it can be copied.
    pub copy: Option<&'a str>,
}

/// What a finding card shows.
#[derive(Clone, Copy, Debug)]
pub struct Finding<'a> {
    pub tone: Tone,
    pub sentence: &'a str,
    /// File or place, in mono.
    pub place: Option<&'a str>,
    pub place_icon: Icon,
    pub reason: &'a str,
    /// Lines to be put somewhere as they are.
    pub code: Option<&'a str>,
    pub evidence: &'a [Value<'a>],
    pub remedies: &'a [Button<'a>],
    /// A word after the remedies, such as whom they contact.
    pub aside: Option<&'a str>,
    /// The word on the disclosure.
    pub details_label: &'a str,
    /// Values, citation, id.
    pub details: &'a [Value<'a>],
}

/// What was pressed in a finding card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// The copy button of this value of the details.
    CopyDetail(usize),
    /// The copy button of this value of the evidence.
    CopyEvidence(usize),
    /// This remedy.
    Remedy(usize),
}

/// Draws the card over the whole width. `id` keeps its details open or closed.
pub fn finding_card(
    ui: &mut Ui,
    id: impl egui::AsIdSalt,
    finding: &Finding<'_>,
) -> Option<Pressed> {
    let id = ui.make_persistent_id(("finding", id));
    let background = ui.painter().add(egui::Shape::Noop);
    let stripe = ui.painter().add(egui::Shape::Noop);
    let outer = ui.available_rect_before_wrap();
    let inner = Rect::from_min_max(
        outer.min + vec2(TEXT_LEFT, space::L + 1.0),
        pos2(outer.right() - PADDING, f32::INFINITY),
    );
    let mut child = ui.new_child(UiBuilder::new().max_rect(inner).id_salt(id));
    child.spacing_mut().item_spacing = vec2(space::S, 0.0);
    head(&mut child, finding);
    let pressed = body(&mut child, id, finding);
    let bottom = child.min_rect().bottom() + space::M + 1.0;
    let rect = Rect::from_min_max(outer.min, pos2(outer.right(), bottom));
    let icon_at = pos2(
        rect.left() + ICON_LEFT + size::ICON_LIST / 2.0,
        inner.top() + 10.0,
    );
    frame(ui, rect, finding.tone, background, stripe);
    icon::paint_tone(ui, icon_at, finding.tone, size::ICON_LIST);
    let response = ui.interact(rect, id.with("frame"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Article, true, finding.sentence));
    ui.advance_cursor_after_rect(rect);
    pressed
}

fn frame(
    ui: &Ui,
    rect: Rect,
    tone: Tone,
    background: egui::layers::ShapeIdx,
    stripe: egui::layers::ShapeIdx,
) {
    let tokens = Tokens::of(ui);
    let corner = CornerRadius::same(radius::CARD);
    let outline = Stroke::new(size::STROKE, tokens.border);
    let solid = tokens.tone(tone).solid;
    let edge = size::STRIPE + 1.0;
    // The whole card in the colour of the stripe, then the surface over all but its left edge.
    let under = egui::epaint::RectShape::filled(rect, corner, solid);
    let over = Rect::from_min_max(pos2(rect.left() + edge, rect.top()), rect.max);
    let right = CornerRadius {
        nw: 0,
        sw: 0,
        ..corner
    };
    let mut surface = egui::epaint::RectShape::filled(over, right, tokens.surface);
    surface.stroke = Stroke::NONE;
    ui.painter().set(background, under);
    ui.painter().set(stripe, surface);
    let clip = Rect::from_min_max(over.min, rect.max + vec2(1.0, 1.0));
    ui.painter()
        .with_clip_rect(clip.intersect(ui.clip_rect()))
        .rect_stroke(rect, corner, outline, StrokeKind::Inside);
}

fn head(ui: &mut Ui, finding: &Finding<'_>) {
    let tokens = Tokens::of(ui);
    text::paragraph(ui, finding.sentence, Type::Strong, tokens.text);
    if let Some(place) = finding.place {
        ui.add_space(2.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            icon::icon(ui, finding.place_icon, 14.0, tokens.muted);
            let width = ui.available_width();
            text::name(ui, place, Type::Mono, tokens.muted, width);
        });
    }
    ui.add_space(space::S);
    text::paragraph(ui, finding.reason, Type::Body, tokens.secondary);
}

fn body(ui: &mut Ui, id: Id, finding: &Finding<'_>) -> Option<Pressed> {
    let mut pressed = None;
    if let Some(code) = finding.code {
        ui.add_space(space::S);
        lane::code_box(ui, code);
    }
    if !finding.evidence.is_empty() {
        ui.add_space(space::S);
        pressed = values(ui, finding.evidence).map(Pressed::CopyEvidence);
    }
    let has_details = !finding.details.is_empty();
    if !finding.remedies.is_empty() || has_details {
        ui.add_space(space::M);
        pressed = actions(ui, id, finding, has_details)
            .map(Pressed::Remedy)
            .or(pressed);
    }
    if has_details && disclosure::is_open(ui, id) {
        ui.add_space(space::S);
        pressed = values(ui, finding.details)
            .map(Pressed::CopyDetail)
            .or(pressed);
    }
    pressed
}

/// The remedies from the left, wrapping where they must; the disclosure at the right.
fn actions(ui: &mut Ui, id: Id, finding: &Finding<'_>, has_details: bool) -> Option<usize> {
    let mut pressed = None;
    let area = ui.available_rect_before_wrap();
    let details = disclosure::button(finding.details_label, disclosure::is_open(ui, id));
    let wanted = details.size(ui);
    let room = if has_details { wanted.x } else { 0.0 };
    let row = ui.scope_builder(
        UiBuilder::new().max_rect(Rect::from_min_max(
            area.min,
            pos2(area.right() - room, area.bottom()),
        )),
        |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::S, space::S);
                ui.set_min_height(size::BUTTON);
                for (index, remedy) in finding.remedies.iter().enumerate() {
                    if ui.add(*remedy).clicked() {
                        pressed = Some(index);
                    }
                }
                if let Some(aside) = finding.aside {
                    let color = Tokens::of(ui).muted;
                    text::line(ui, aside, Type::Caption, color);
                }
            });
        },
    );
    if has_details {
        let left = area.right() + details.padding() - wanted.x;
        let middle = row.response.rect.bottom() - size::BUTTON / 2.0;
        let at = pos2(left, middle - wanted.y / 2.0);
        let response = details.put(ui, Rect::from_min_size(at, wanted));
        disclosure::toggle(ui, id, &response);
    }
    pressed
}

fn values(ui: &mut Ui, values: &[Value<'_>]) -> Option<usize> {
    let mut copied = None;
    for (index, value) in values.iter().enumerate() {
        let mut row = FieldRow::new(value.label, 128.0);
        if let Some(name) = value.copy {
            row = row.copy(name);
        }
        let pressed = ui.push_id(index, |ui| row.text(ui, value.value, Type::Mono));
        if pressed.inner {
            copied = Some(index);
        }
    }
    copied
}

/// Folded findings of one id: how many more there are.
pub fn more_row(ui: &mut Ui, label: &str) -> bool {
    let button = Button::quiet(label).icon(Icon::CaretDown);
    ui.add(button).clicked()
}
