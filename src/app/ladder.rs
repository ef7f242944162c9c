//! Which renderer to start with. A rung that crashed at the last start is skipped at the next one:
//! its name is noted before it starts and struck out after the first painted frame.

use std::path::PathBuf;

use super::store;

/// One way to draw the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rung {
    /// OpenGL.
    Glow,
    /// Direct3D 12, with its software adapter where there is no other.
    #[cfg(has_wgpu)]
    Dx12,
    /// Whatever wgpu finds.
    #[cfg(has_wgpu)]
    Wgpu,
}

impl Rung {
    /// All rungs in the order in which they are tried. A server over remote desktop has OpenGL 1.1
    /// only, so Direct3D comes first where it exists; elsewhere OpenGL starts sooner and leaner.
    #[cfg(has_wgpu)]
    pub const ALL: &[Self] = if cfg!(target_os = "windows") {
        &[Self::Dx12, Self::Wgpu, Self::Glow]
    } else {
        &[Self::Glow, Self::Wgpu]
    };
    /// All rungs in the order in which they are tried.
    #[cfg(not(has_wgpu))]
    pub const ALL: &[Self] = &[Self::Glow];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Glow => "glow",
            #[cfg(has_wgpu)]
            Self::Dx12 => "dx12",
            #[cfg(has_wgpu)]
            Self::Wgpu => "wgpu",
        }
    }

    /// The rung behind a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rung| rung.name() == name)
    }
}

/// What is noted in the data folder about starts. Belongs to one version of the program: another
/// version, or another driver installed with it, gets a new chance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    starting: Option<String>,
    skipped: Vec<String>,
}

impl Marks {
    fn path() -> Option<PathBuf> {
        Some(store::data_folder()?.join("renderer.txt"))
    }

    /// Reads the marks of the last starts. A start that never ended was a crash.
    pub fn read() -> Self {
        let text = Self::path().and_then(|path| store::read(&path));
        Self::parse(&text.unwrap_or_default()).crashed()
    }

    fn parse(text: &str) -> Self {
        let mut lines = text.lines();
        let mut marks = Self::default();
        if lines.next() != Some(super::arguments::VERSION) {
            return marks;
        }
        for line in lines {
            match line.split_once(' ') {
                Some(("starting", name)) => marks.starting = Some(name.to_owned()),
                Some(("skip", name)) => marks.skipped.push(name.to_owned()),
                _ => {}
            }
        }
        marks
    }

    fn crashed(mut self) -> Self {
        self.skipped.extend(self.starting.take());
        self
    }

    fn text(&self) -> String {
        let mut text = format!("{}\n", super::arguments::VERSION);
        for name in &self.skipped {
            text.push_str(&format!("skip {name}\n"));
        }
        if let Some(name) = &self.starting {
            text.push_str(&format!("starting {name}\n"));
        }
        text
    }

    fn write(&self) {
        if let Some(path) = Self::path() {
            store::write(&path, &self.text());
        }
    }

    /// The rungs to try, in order. When all have crashed once, all get another chance.
    pub fn rungs(&self) -> Vec<Rung> {
        let left: Vec<Rung> = Rung::ALL
            .iter()
            .copied()
            .filter(|rung| !self.skipped.iter().any(|name| name == rung.name()))
            .collect();
        if left.is_empty() {
            Rung::ALL.to_vec()
        } else {
            left
        }
    }

    /// Notes that this rung starts now. With a single rung there is nothing to skip to.
    pub fn starting(&mut self, rung: Rung) {
        if Rung::ALL.len() > 1 {
            self.starting = Some(rung.name().to_owned());
            self.write();
        }
    }

    /// Notes that the rung which was starting failed in an orderly way.
    pub fn failed(&mut self) {
        if let Some(name) = self.starting.take() {
            self.skipped.push(name);
            self.write();
        }
    }

    /// Notes that a frame was painted.
    pub fn started(&mut self) {
        if self.starting.take().is_some() {
            self.write();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crashed_rung_is_skipped_at_the_next_start() {
        let before = Marks {
            starting: Some("dx12".to_owned()),
            skipped: vec!["wgpu".to_owned()],
        };
        let after = Marks::parse(&before.text()).crashed();
        assert_eq!(after.skipped, ["wgpu", "dx12"]);
        assert_eq!(after.starting, None);
    }

    #[test]
    fn another_version_gets_a_new_chance() {
        assert_eq!(
            Marks::parse("certwright 0.0.0\nskip glow\n"),
            Marks::default()
        );
    }

    #[test]
    fn all_rungs_are_tried_again_when_all_have_crashed() {
        let marks = Marks {
            starting: None,
            skipped: Rung::ALL
                .iter()
                .map(|rung| rung.name().to_owned())
                .collect(),
        };
        assert_eq!(marks.rungs(), Rung::ALL);
    }
}
