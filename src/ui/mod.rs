//! The window: draws from the model and hands back actions; touches no files, sockets or threads.
