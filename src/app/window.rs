//! The window itself: collects what happened, lets the model decide, does the effects, draws.

use std::path::PathBuf;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::core::bundle::Source;
use crate::jobs::{Event, Runner, Waker};
use crate::state::view::Views;
use crate::state::{Action, JobNumber, Model, OpenHow, apply};
use crate::ui;
use crate::ui::desk::Desk;

use super::clipboard::Clipboard;
use super::dialogs::Dialogs;
use super::shown::Shown;
use super::{perform, store, world};

/// What the window begins with.
#[derive(Default)]
pub struct Start {
    /// Files and folders to open.
    pub paths: Vec<PathBuf>,
    /// Told after the first painted frame.
    pub on_first_frame: Option<Box<dyn FnOnce()>>,
}

/// The window.
pub struct Window {
    pub(super) model: Model,
    pub(super) runner: Runner,
    pub(super) dialogs: Dialogs,
    pub(super) keeper: store::Keeper,
    pub(super) clipboard: Clipboard,
    /// The context, for what is left to do when the window closes.
    ctx: egui::Context,
    desk: Desk,
    views: Views,
    outbox: Vec<Action>,
    shown: Shown,
    on_first_frame: Option<Box<dyn FnOnce()>>,
    frames: u64,
    /// Frames left in which the clipboard's text may arrive after it was asked for.
    pub(super) paste_wait: u8,
}

/// Asks egui for a frame when a worker has something new.
struct Repaint(egui::Context);

impl Waker for Repaint {
    fn wake(&self) {
        self.0.request_repaint();
    }
}

impl Window {
    /// Builds the window's state. Nothing here may take long: it is before the first frame.
    pub fn open(ctx: &egui::Context, start: Start) -> Self {
        let waker: Arc<dyn Waker> = Arc::new(Repaint(ctx.clone()));
        let mut model = Model {
            settings: store::settings(),
            system_language: world::system_language(),
            shell: world::shell(),
            now: world::now(),
            ..Model::default()
        };
        model.csr.home = world::documents();
        // The recent list outlives the folder the program was started in.
        let whole = |path: PathBuf| std::path::absolute(&path).unwrap_or(path);
        let paths = start.paths.into_iter().map(whole);
        let sources: Vec<Source> = paths.map(Source::Path).collect();
        let mut outbox = Vec::new();
        if !sources.is_empty() {
            outbox.push(Action::Open {
                sources,
                how: OpenHow::Replace,
            });
        }
        ui::fonts::install(ctx);
        let shown = Shown::first(ctx, &model);
        Self {
            runner: Runner::new(world::lend(), Arc::clone(&waker)),
            dialogs: Dialogs::new(waker),
            keeper: store::Keeper::default(),
            clipboard: Clipboard::default(),
            ctx: ctx.clone(),
            desk: Desk::default(),
            views: Views::default(),
            outbox,
            shown,
            model,
            on_first_frame: start.on_first_frame,
            frames: 0,
            paste_wait: 0,
        }
    }

    /// What the window knows; for tests.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Lets something happen as if the user had done it; for tests.
    pub fn push(&mut self, action: Action) {
        self.outbox.push(action);
    }

    /// Everything between two frames: jobs, dialogs, actions, effects, views.
    pub fn tick(&mut self, ctx: &egui::Context) {
        self.model.now = world::now();
        self.model.uptime_secs = ctx.input(|input| input.time);
        let mut actions = std::mem::take(&mut self.outbox);
        actions.extend(self.runner.poll().into_iter().map(action_of));
        let answers = self.dialogs.answers();
        actions.extend(
            answers
                .into_iter()
                .map(|(asked, answer)| Action::AnswerDialog { asked, answer }),
        );
        self.await_paste(ctx, &mut actions);
        self.watch_copied(ctx, &mut actions);
        for action in actions {
            for effect in apply(&mut self.model, action) {
                perform::effect(self, ctx, effect);
            }
        }
        self.views.refresh(&self.model);
        self.shown.follow(ctx, &self.model, &self.views);
    }

    /// An empty clipboard answers nothing at all; after a few frames that is said.
    fn await_paste(&mut self, ctx: &egui::Context, actions: &mut Vec<Action>) {
        if self.paste_wait == 0 {
            return;
        }
        self.paste_wait -= 1;
        if actions
            .iter()
            .any(|action| matches!(action, Action::Paste(_)))
        {
            self.paste_wait = 0;
        } else if self.paste_wait == 0 {
            actions.push(Action::Paste(Zeroizing::default()));
        }
        ctx.request_repaint();
    }

    /// A copied password leaves the clipboard in time, also when nothing else moves.
    fn watch_copied(&self, ctx: &egui::Context, actions: &mut Vec<Action>) {
        match self.model.copied_due_in_secs() {
            Some(0.0) => actions.push(Action::ClearCopied),
            Some(left) => ctx.request_repaint_after_secs(left as f32),
            None => {}
        }
    }

    /// Draws one frame.
    pub fn draw(&mut self, ui: &mut egui::Ui) {
        ui::shell::ui(
            ui,
            &self.model,
            &self.views,
            &mut self.desk,
            &mut self.outbox,
        );
        if !self.outbox.is_empty() {
            ui.ctx().request_repaint();
        }
        self.frames += 1;
        if self.frames == 2 || self.frames == 1 {
            self.after_frame(ui.ctx());
        }
    }

    /// The second frame proves that the first one was painted.
    fn after_frame(&mut self, ctx: &egui::Context) {
        if self.on_first_frame.is_none() {
            return;
        }
        match self.frames {
            1 => ctx.request_repaint(),
            _ => {
                if let Some(told) = self.on_first_frame.take() {
                    told();
                }
            }
        }
    }
}

fn action_of(event: Event) -> Action {
    match event {
        Event::Finished { number, outcome } => Action::FinishJob {
            job: JobNumber(number),
            outcome,
        },
        Event::Progressed { number, progress } => Action::ProgressJob {
            job: JobNumber(number),
            stage: progress.stage,
            done: progress.done,
            total: progress.total,
        },
        Event::Learnt { number, events } => Action::Learnt {
            number: JobNumber(number),
            events,
        },
    }
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.tick(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.draw(ui);
        // eframe shows the window after its first painting, which is then painted again. Showing it
        // just before saves that second one; on Windows the old content would flash.
        if self.frames == 1
            && world::may_show_before_painting()
            && let Some(window) = frame.winit_window()
        {
            window.set_visible(true);
        }
    }

    /// The clipboard would outlive the window.
    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        let ctx = self.ctx.clone();
        for effect in apply(&mut self.model, Action::ClearCopied) {
            perform::effect(self, &ctx, effect);
        }
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
