//! The system's file dialogs, each on its own thread so that no frame waits for one.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::world;
use crate::jobs::Waker;
use crate::state::{DialogAnswer, Picked, Saving};

/// Nobody closes a dialog that fast: an answer before this means that none appeared, which is how
/// a system without a dialog service answers.
const NO_DIALOG: Duration = Duration::from_millis(700);

/// What to show in a dialog.
pub struct Question {
    pub asked: Picked,
    pub title: String,
    /// File name to begin with when saving.
    pub file_name: String,
}

/// Shows dialogs and collects their answers.
pub struct Dialogs {
    sender: Sender<(Picked, DialogAnswer)>,
    receiver: Receiver<(Picked, DialogAnswer)>,
    waker: Arc<dyn Waker>,
    open: usize,
}

impl Dialogs {
    pub fn new(waker: Arc<dyn Waker>) -> Self {
        let (sender, receiver) = channel();
        Self {
            sender,
            receiver,
            waker,
            open: 0,
        }
    }

    /// Shows one dialog, unless one is open already.
    pub fn ask(&mut self, question: Question) {
        if self.open > 0 {
            return;
        }
        let sender = self.sender.clone();
        let waker = Arc::clone(&self.waker);
        let asked = question.asked;
        let work = move || {
            let began = Instant::now();
            let shown = if world::may_have_dialogs() {
                show(&question)
            } else {
                None
            };
            let answer = match shown {
                Some(paths) if !paths.is_empty() => DialogAnswer::Chosen(paths),
                _ if began.elapsed() < NO_DIALOG => DialogAnswer::Unavailable,
                _ => DialogAnswer::Closed,
            };
            if sender.send((question.asked, answer)).is_ok() {
                waker.wake();
            }
        };
        let spawned = thread::Builder::new().name("dialog".to_owned()).spawn(work);
        match spawned {
            Ok(_) => self.open += 1,
            Err(_) => {
                if self.sender.send((asked, DialogAnswer::Unavailable)).is_ok() {
                    self.open += 1;
                    self.waker.wake();
                }
            }
        }
    }

    /// The answers since the last call.
    pub fn answers(&mut self) -> Vec<(Picked, DialogAnswer)> {
        let answers: Vec<_> = self.receiver.try_iter().collect();
        self.open = self.open.saturating_sub(answers.len());
        answers
    }
}

fn show(question: &Question) -> Option<Vec<PathBuf>> {
    let dialog = rfd::FileDialog::new().set_title(&question.title);
    match question.asked {
        Picked::Added | Picked::Files | Picked::IisFiles => dialog.pick_files(),
        Picked::Csr(_) => dialog.pick_file().map(|path| vec![path]),
        Picked::CsrFolder
        | Picked::Folder
        | Picked::IisFolder
        | Picked::Save(Saving::ConvertedFolder) => dialog.pick_folder().map(|path| vec![path]),
        Picked::Save(_) => dialog
            .set_file_name(&question.file_name)
            .save_file()
            .map(|path| vec![path]),
    }
}
