//! The page behind a name, served by real web servers on loopback.

mod hostile;
mod hsts;
mod mixed;
mod peer;
mod scene;
mod way;
