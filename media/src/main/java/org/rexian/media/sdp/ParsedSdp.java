package org.rexian.media.sdp;

/** What came of reading a session description: the description, or what is wrong with it. */
public sealed interface ParsedSdp permits SessionDescription, SdpProblem {}
