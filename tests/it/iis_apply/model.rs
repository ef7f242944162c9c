//! Random sequences of acts, undos, deaths and edits by others, against a model that knows what happened.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use certwright::core::artifact::Fingerprint;
use certwright::core::env::memory::MemoryFiles;
use certwright::core::env::{
    Access, Entry, ExchangeFault, FileFault, Files, Guard, LockedFault, Readers,
};
use certwright::core::iis::history::{ActFault, Applied, Present, State, history, undo};
use proptest::prelude::*;
use zeroize::Zeroizing;

use super::{act, apply_on, with_env};

const CONFIG: &str = "/inetsrv/config/applicationHost.config";

/// Files that are there no more after so many changes: the rest of the process sees nothing but errors.
struct Mortal<'a>(&'a MemoryFiles, AtomicUsize);

impl Mortal<'_> {
    fn life(&self) -> Result<(), FileFault> {
        let before = self
            .1
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                left.checked_sub(1)
            });
        before
            .map(|_| ())
            .map_err(|_| FileFault::Other("dead".to_owned()))
    }

    fn alive(&self) -> Result<(), FileFault> {
        match self.1.load(Ordering::Relaxed) {
            0 => Err(FileFault::Other("dead".to_owned())),
            _ => Ok(()),
        }
    }
}

impl Files for Mortal<'_> {
    fn entry(&self, path: &Path) -> Result<Entry, FileFault> {
        self.0.entry(path)
    }

    fn list(&self, folder: &Path) -> Result<Vec<Entry>, FileFault> {
        self.0.list(folder)
    }

    fn read(&self, path: &Path, limit_bytes: u64) -> Result<Zeroizing<Vec<u8>>, FileFault> {
        self.alive()?;
        self.0.read(path, limit_bytes)
    }

    fn stage(
        &self,
        path: &Path,
        bytes: &[u8],
        access: Option<&Access>,
    ) -> Result<PathBuf, FileFault> {
        self.life()?;
        self.0.stage(path, bytes, access)
    }

    fn place(&self, staged: &Path, path: &Path, replace: bool) -> Result<(), FileFault> {
        self.life()?;
        self.0.place(staged, path, replace)
    }

    fn keep(&self, path: &Path, copy: &Path) -> Result<(), FileFault> {
        self.life()?;
        self.0.keep(path, copy)
    }

    fn remove(&self, path: &Path) -> Result<(), FileFault> {
        self.life()?;
        self.0.remove(path)
    }

    fn exchange(
        &self,
        path: &Path,
        expected: &Fingerprint,
        bytes: &[u8],
    ) -> Result<(), ExchangeFault> {
        self.life()?;
        self.0.exchange(path, expected, bytes)
    }

    fn make_private_folder(&self, path: &Path) -> Result<(), FileFault> {
        self.0.make_private_folder(path)
    }

    fn guard(&self, path: &Path, file: &Path) -> Result<Guard, FileFault> {
        self.0.guard(path, file)
    }

    fn read_locked(
        &self,
        path: &Path,
        limit_bytes: u64,
    ) -> Result<Zeroizing<Vec<u8>>, LockedFault> {
        self.0.read_locked(path, limit_bytes)
    }

    fn readers(&self, path: &Path) -> Result<Readers, FileFault> {
        self.0.readers(path)
    }
}

/// States are few, so that they come back often. `life` is how many changes of files the process lives.
#[derive(Clone, Debug)]
enum Move {
    Apply { to: u8, life: usize },
    Undo { life: usize },
    ByOthers { to: u8 },
}

fn moves(others: bool) -> impl Strategy<Value = Vec<Move>> {
    let life = prop_oneof![1 => 1usize..6, 2 => Just(usize::MAX)];
    let apply = (0u8..4, life.clone()).prop_map(|(to, life)| Move::Apply { to, life });
    let undo = life.prop_map(|life| Move::Undo { life });
    let by_others = (0u8..6).prop_map(|to| Move::ByOthers { to });
    let one = prop_oneof![4 => apply, 3 => undo, u32::from(others) => by_others];
    prop::collection::vec(one, 0..24)
}

struct Model {
    files: MemoryFiles,
    now: u8,
    /// Plan and old state of each act in force.
    in_force: Vec<(String, u8)>,
    count: usize,
    /// Whether nobody else has changed the file.
    is_alone: bool,
}

fn content(state: u8) -> String {
    format!("state {state}")
}

impl Model {
    fn new() -> Self {
        Self {
            files: MemoryFiles::default().with(CONFIG, content(0).as_bytes()),
            now: 0,
            in_force: Vec::new(),
            count: 0,
            is_alone: true,
        }
    }

    fn step(&mut self, next: &Move) {
        match next {
            Move::Apply { to, life } => self.apply(*to, *life),
            Move::Undo { life } => self.undo(*life),
            Move::ByOthers { to } => {
                let mut files = self.files.0.lock().expect("files");
                files.insert(CONFIG.into(), content(*to).into_bytes());
                self.is_alone = false;
                self.now = *to;
            }
        }
        self.check();
    }

    fn apply(&mut self, to: u8, life: usize) {
        let name = format!("plan {}", self.count);
        self.count += 1;
        let next = act(Path::new(CONFIG), &name, &content(self.now), &content(to));
        let mortal = Mortal(&self.files, AtomicUsize::new(life));
        match apply_on(&mortal, &next) {
            Ok(Applied::Done { .. }) => {
                self.in_force.push((name, self.now));
                self.now = to;
            }
            Ok(Applied::Unchanged) => assert_eq!(to, self.now),
            Err(fault) => assert!(life < 6, "{fault:?}"),
        }
    }

    fn undo(&mut self, life: usize) {
        let mortal = Mortal(&self.files, AtomicUsize::new(life));
        let before = self.told_in_force();
        match with_env(&mortal, |env| undo(Path::new(CONFIG), None, env)) {
            Ok(undone) => {
                assert_eq!(before.last(), Some(&undone.plan_id.0));
                let held = self.held();
                let old = (0..6).find(|state| content(*state) == held);
                self.now = old.expect("a state that was there");
                if self.is_alone {
                    let (name, old) = self.in_force.pop().expect("an act in force");
                    assert_eq!((undone.plan_id.0, self.now), (name, old));
                }
            }
            Err(ActFault::NothingToUndo { .. }) => assert!(before.is_empty()),
            Err(ActFault::ChangedSince { .. }) => assert!(!self.is_alone),
            Err(fault) => assert!(life < 6, "{fault:?}"),
        }
    }

    fn held(&self) -> String {
        let files = self.files.0.lock().expect("files");
        String::from_utf8(files[Path::new(CONFIG)].clone()).expect("text")
    }

    fn told_in_force(&self) -> Vec<String> {
        let told = with_env(&self.files, |env| history(Path::new(CONFIG), env)).expect("a history");
        let acts = told.acts.into_iter().rev();
        acts.filter(|act| act.state == State::InForce)
            .map(|act| act.plan_id.0)
            .collect()
    }

    fn check(&self) {
        assert_eq!(self.held(), content(self.now));
        let told = with_env(&self.files, |env| history(Path::new(CONFIG), env)).expect("a history");
        assert_eq!(told.unreadable, []);
        assert!(told.acts.iter().all(|act| act.damage.is_none()));
        let newest = told.acts.iter().find(|act| act.state == State::InForce);
        if let Some(newest) = newest {
            assert_eq!(newest.new_sha256, told.present_sha256);
            assert!(newest.can_undo);
        }
        assert!(told.acts.iter().filter(|act| act.can_undo).count() <= 1);
        if self.is_alone {
            let names: Vec<&String> = self.in_force.iter().map(|(name, _)| name).collect();
            assert_eq!(self.told_in_force().iter().collect::<Vec<_>>(), names);
            assert_ne!(told.present, Present::ChangedByOthers);
            assert!(told.acts.iter().all(|act| act.state != State::Overtaken));
        }
    }

    /// However many there are, undoing comes to an end.
    fn undo_all(&mut self) {
        for _ in 0..=self.told_in_force().len() {
            self.undo(usize::MAX);
            self.check();
        }
        assert_eq!(self.told_in_force(), Vec::<String>::new());
    }
}

proptest! {
    #[test]
    fn acts_deaths_and_undos_alone_are_told_exactly(moves in moves(false)) {
        let mut model = Model::new();
        moves.iter().for_each(|next| model.step(next));
        model.undo_all();
        prop_assert_eq!(model.now, 0, "undoing everything leads to the first state");
    }

    #[test]
    fn edits_by_others_are_never_lost(moves in moves(true)) {
        let mut model = Model::new();
        moves.iter().for_each(|next| model.step(next));
        model.undo_all();
    }
}
