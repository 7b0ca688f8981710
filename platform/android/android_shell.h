// AndroidShell: the pipes between the engine, which is a program of its own, and the Activity that started it.
//
// When the environment has ESTRAGON_SHELL=1, lines of text travel over what would be stdin and stderr; what the program itself prints, errors
// included, goes to stdout, and its stdin is empty. Words are separated by one space.
//   to the Activity     resolve NUMBER 46 HOST     which addresses has HOST? 4, 6 or 46: the families that are wanted
//   from the Activity   addresses NUMBER [ADDRESS ...]     none: there is no such host
//                       failed NUMBER              the system could not tell
//                       pause | resume             the app left or came back to the screen
//                       stop                       end in order; so does the end of the pipe
#pragma once

class AndroidShell {
public:
	// At the very start. Without the variable nothing happens. The pipes stay open until the process ends.
	static void begin();
};
