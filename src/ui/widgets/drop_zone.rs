//! The place to drop files on: a dashed frame with what it takes and the ways in beside dropping.

use egui::{
    Color32, CornerRadius, Pos2, Rect, Sense, Shape, Stroke, Ui, UiBuilder, Vec2, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use super::button::Button;
use super::{icon, text};
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, radius, size, space};

const TILE: f32 = 64.0;
const DASH: f32 = 8.0;
const GAP: f32 = 6.0;

/// What the zone shows.
#[derive(Clone, Copy, Debug)]
pub struct DropZone<'a> {
    pub title: &'a str,
    pub hint: &'a str,
    /// Ways in, the primary first.
    pub actions: &'a [Button<'a>],
    /// A quiet question with its answer as a button: “First time here?” “Try the sample bundle”.
    pub aside: Option<(&'a str, Button<'a>)>,
    /// Files hover over the window.
    pub in_flight: bool,
}

/// What was pressed in the zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    Action(usize),
    Aside,
}

impl DropZone<'_> {
    /// Draws the zone over the whole width, `height` high.
    pub fn show(&self, ui: &mut Ui, height: f32) -> Option<Pressed> {
        let wanted = vec2(ui.available_width(), height);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Group, true, self.title));
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_description(self.hint));
        paint_frame(ui, rect, self.in_flight);
        self.content(ui, rect)
    }

    fn content(&self, ui: &mut Ui, rect: Rect) -> Option<Pressed> {
        let tokens = Tokens::of(ui);
        let center = rect.center().x;
        let aside = if self.aside.is_some() { 44.0 } else { 0.0 };
        let content = TILE + 18.0 + 28.0 + 18.0 + 20.0 + 20.0 + aside;
        let mut y = (rect.center().y - content / 2.0 - 7.0).max(rect.top() + space::L);
        let tile = Rect::from_center_size(pos2(center, y + TILE / 2.0), Vec2::splat(TILE));
        ui.painter()
            .rect_filled(tile, CornerRadius::same(16), tokens.selected);
        icon::paint(ui, tile.center(), Icon::TrayArrowDown, 32.0, tokens.accent);
        y += TILE + 18.0;
        y += centered(ui, self.title, Type::Invitation, tokens.text, rect, y);
        y += centered(ui, self.hint, Type::Body, tokens.muted, rect, y + 2.0) + 2.0;
        let mut pressed = row(ui, self.actions, center, y + 20.0).map(Pressed::Action);
        y += 20.0 + size::BUTTON + 15.0;
        if let Some((question, button)) = &self.aside {
            pressed = aside_row(ui, question, button, center, y)
                .then_some(Pressed::Aside)
                .or(pressed);
        }
        pressed
    }
}

/// Draws buttons side by side, centred on `center`.
fn row(ui: &mut Ui, buttons: &[Button<'_>], center: f32, top: f32) -> Option<usize> {
    let sizes: Vec<Vec2> = buttons.iter().map(|button| button.size(ui)).collect();
    let gaps = buttons.len().saturating_sub(1) as f32 * space::S;
    let width = sizes.iter().map(|size| size.x).sum::<f32>() + gaps;
    let mut x = (center - width / 2.0).round();
    let mut pressed = None;
    for (index, (button, size)) in buttons.iter().zip(sizes).enumerate() {
        let rect = Rect::from_min_size(pos2(x, top), size);
        if button.put(ui, rect).clicked() {
            pressed = Some(index);
        }
        x += size.x + space::S;
    }
    pressed
}

fn aside_row(ui: &mut Ui, question: &str, button: &Button<'_>, center: f32, top: f32) -> bool {
    let tokens = Tokens::of(ui);
    let words = text::single(ui, question, Type::Small, tokens.muted);
    let size = button.size(ui);
    let left = (center - (words.size().x + 6.0 + size.x) / 2.0).round();
    let y = top + size.y / 2.0;
    let area = Rect::from_min_size(pos2(left, top), vec2(words.size().x, size.y));
    let response = ui.interact(area, ui.scope_id().with("aside"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, question));
    text::paint_centered(ui, &words, left, y);
    let at = pos2(area.right() + 6.0, top);
    button.put(ui, Rect::from_min_size(at, size)).clicked()
}

fn centered(ui: &mut Ui, words: &str, kind: Type, color: Color32, rect: Rect, y: f32) -> f32 {
    let width = rect.width() - 2.0 * space::XL;
    let galley = text::wrapped(ui, words, kind, color, width);
    let left = (rect.center().x - galley.size().x / 2.0).round();
    let area = Rect::from_min_size(pos2(left, y), galley.size());
    let height = area.height();
    let mut child = ui.new_child(UiBuilder::new().max_rect(area).id_salt(words));
    text::paragraph(&mut child, words, kind, color);
    height
}

/// Paints surface and dashes; in flight the dashes are accent and the fill is that of a choice.
pub fn paint_frame(ui: &Ui, rect: Rect, in_flight: bool) {
    let tokens = Tokens::of(ui);
    let (fill, color) = if in_flight {
        (tokens.selected, tokens.accent)
    } else {
        (tokens.surface, tokens.control)
    };
    let corner = CornerRadius::same(radius::DROP_ZONE);
    ui.painter().rect_filled(rect, corner, fill);
    let path = outline(rect.shrink(0.75), f32::from(radius::DROP_ZONE));
    let stroke = Stroke::new(1.5, color);
    ui.painter()
        .extend(Shape::dashed_line(&path, stroke, DASH, GAP));
}

/// The outline of a rounded rectangle as a closed line, clockwise from the top left.
pub fn outline(rect: Rect, radius: f32) -> Vec<Pos2> {
    let inner = rect.shrink(radius);
    let corners = [
        (inner.left_top(), 180.0_f32),
        (inner.right_top(), 270.0),
        (inner.right_bottom(), 0.0),
        (inner.left_bottom(), 90.0),
    ];
    let mut path: Vec<Pos2> = corners
        .into_iter()
        .flat_map(|(center, start)| {
            (0..=8_u8).map(move |step| {
                let angle = (start + f32::from(step) * 11.25).to_radians();
                center + radius * Vec2::angled(angle)
            })
        })
        .collect();
    path.extend(path.first().copied());
    path
}
