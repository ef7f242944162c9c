//! The page behind a name, served by real web servers on loopback.

mod hostile;
mod hsts;
mod mixed;
mod scene;
mod way;
